using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Rules;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>What is wrong with facts across all topics: questions that nobody needs, and options that behave alike everywhere.</summary>
internal sealed class FactChecks(FactBook facts, ImmutableArray<Troubleshooter> topics, DiagnosticLog log)
{
    public void Run()
    {
        foreach (var fact in facts.Facts)
        {
            var users = topics.Where(topic => topic.PositionOf(fact.Id) >= 0).ToList();
            if (users.Count == 0)
                log.Add(DiagnosticCodes.NeedlessQuestion, fact.Location, $"Question '{fact.Id}' is never needed: no condition mentions it");
            else if (!fact.AllowsSimilar)
                CheckOptions(fact, users);
        }
    }

    private void CheckOptions(Fact fact, List<Troubleshooter> users)
    {
        foreach (var alike in Enumerable.Range(0, fact.Options.Length).GroupBy(option => ColumnOf(fact, option, users), StringComparer.Ordinal).Where(group => group.Count() > 1))
            log.Add(DiagnosticCodes.LookAlikeOptions, fact.Location, $"Options {string.Join(", ", alike.Select(option => fact.Options[option].Id))} of '{fact.Id}' behave alike everywhere; merge them or set similar: ok");
    }

    /// <summary>Which of all lines about a fact allow an option.</summary>
    private static string ColumnOf(Fact fact, int option, List<Troubleshooter> users) => string.Concat(users.SelectMany(topic => LinesAbout(topic, topic.PositionOf(fact.Id))).Select(allowed => allowed.Contains(option) ? '1' : '0'));

    private static IEnumerable<OptionSet> LinesAbout(Troubleshooter topic, int fact) =>
        topic.Issues.SelectMany(issue => issue.Solutions.Select(solution => solution.Condition).Append(issue.Condition)).SelectMany(condition => condition.Cubes).SelectMany(cube => cube.Literals)
            .Concat(topic.Implications.SelectMany(implication => implication.If.Concat(implication.Then))).Where(literal => literal.Fact == fact).Select(literal => literal.Allowed).Distinct();
}
