using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>A visitor: pastes, answers what is asked, does not know the rest.</summary>
internal sealed record Walk(Diagnosis Diagnosis, string[] Asked)
{
    /// <param name="rules">The topic.</param>
    /// <param name="answers"><c>fact=option</c>, blanks between.</param>
    /// <param name="paste">Pasted before the first question.</param>
    public static Walk Of(Troubleshooter rules, string answers, string? paste = null)
    {
        var known = answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var given = paste is null ? Answers.None : rules.ReadEvidence(paste).AddTo(Answers.None);
        var asked = new List<string>();
        while (rules.Next(given) is { } next)
        {
            asked.Add(next.Id.Value);
            given = given.With(next.Id.Value, known.GetValueOrDefault(next.Id.Value, "unknown"));
        }
        return new Walk(rules.Diagnose(given), [.. asked]);
    }

    public string[] Matches => [.. Diagnosis.Matches.Select(issue => issue.Rule.Id.Value)];

    public string[] Possible => [.. Diagnosis.Possible.Select(issue => issue.Rule.Id.Value)];

    /// <summary>Issue and the facts that rule it out: <c>idle-tcp: symptom</c>.</summary>
    public string[] RuledOut => [.. Diagnosis.RuledOut.Select(issue => $"{issue.Rule.Id}: {string.Join(", ", issue.Because.Select(reason => reason.Fact.Id))}")];

    /// <summary>Solution and status: <c>use-ubuntu: Applies</c>.</summary>
    public string[] Solutions(string issue) => [.. Verdict(issue).Solutions.Select(solution => $"{solution.Rule.Id}: {solution.Status}")];

    public IssueVerdict Verdict(string issue) => Diagnosis.Issues.Single(one => one.Rule.Id.Value == issue);

    public SolutionVerdict Solution(string issue, string solution) => Verdict(issue).Solutions.Single(one => one.Rule.Id == solution);

    public KnownAnswer Answer(string fact) => Diagnosis.Answers.Single(answer => answer.Fact.Id.Value == fact);
}
