using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>Whether every issue can be reached in an interview, and soon enough; and whether a topic that promises it leaves no answers without an issue.</summary>
internal static class InterviewChecks
{
    public static void Run(Troubleshooter rules, DiagnosticLog log)
    {
        foreach (var walks in InterviewWalk.All(rules).GroupBy(walk => (walk.Issue, walk.Solution)))
        {
            var (issue, solution) = walks.Key;
            var (name, at) = solution is null ? ($"'{issue.Id}'", issue.Location) : ($"solution '{solution.Id}' of '{issue.Id}'", solution.Location);
            var longest = walks.Max(walk => walk.ToTarget);
            if (longest > rules.Topic.MaxQuestions)
                log.Add(DiagnosticCodes.LongInterview, at, $"The longest interview to {name} is {longest} questions, limit {rules.Topic.MaxQuestions}");
            else if (walks.Any(walk => !walk.IsKept))
                log.Add(DiagnosticCodes.LongInterview, at, $"An interview loses {name} before it is reached");
        }
        if (rules.Topic.IsExhaustive)
            CheckCover(rules, log);
    }

    private static void CheckCover(Troubleshooter rules, DiagnosticLog log)
    {
        var cover = CoverOf(rules, Cover.DefaultBudget);
        if (cover.Gap == Verdict.Found)
            log.Add(DiagnosticCodes.NotCovered, rules.Topic.Location, $"Topic '{rules.Topic.Id}' is exhaustive but not covered, e.g. {Wording.Example(rules.Facts, cover.Example)}");
        else if (cover.Gap == Verdict.Undecided)
            log.Add(DiagnosticCodes.CoverUndecided, rules.Topic.Location, $"Topic '{rules.Topic.Id}' is exhaustive; {Cover.DefaultBudget} steps were not enough to prove it");
    }

    /// <summary>Answers of a topic for which no issue matches.</summary>
    public static Cover CoverOf(Troubleshooter rules, int budget) =>
        Cover.Check(rules.Deduction, rules.Deduction.Everything(), [.. rules.Issues.SelectMany(issue => issue.Condition.Cubes)], budget);
}
