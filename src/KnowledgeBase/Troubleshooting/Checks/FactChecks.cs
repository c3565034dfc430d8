using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Rules;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>What is wrong with facts across all topics: questions that nobody needs, and options that behave alike everywhere.</summary>
internal sealed class FactChecks(FactBook facts, ImmutableArray<Troubleshooter> topics, DiagnosticLog log)
{
    private readonly ImmutableArray<ILookup<FactId, OptionSet>> _lines = [.. topics.Select(LinesOf)];

    public void Run()
    {
        foreach (var fact in facts.Facts)
        {
            if (!topics.Any(topic => topic.PositionOf(fact.Id) >= 0))
                log.Add(DiagnosticCodes.NeedlessQuestion, fact.Location, $"Question '{fact.Id}' is never needed: no condition mentions it");
            else if (!fact.AllowsSimilar)
                CheckOptions(fact);
        }
    }

    private void CheckOptions(Fact fact)
    {
        foreach (var alike in Enumerable.Range(0, fact.Options.Length).GroupBy(option => ColumnOf(fact, option), StringComparer.Ordinal).Where(group => group.Count() > 1))
            log.Add(DiagnosticCodes.LookAlikeOptions, fact.Location, $"Options {string.Join(", ", alike.Select(option => fact.Options[option].Id))} of '{fact.Id}' behave alike everywhere; merge them or set similar: ok");
    }

    /// <summary>Which of all lines about a fact allow an option.</summary>
    private string ColumnOf(Fact fact, int option) => string.Concat(_lines.SelectMany(lines => lines[fact.Id]).Select(allowed => allowed.Contains(option) ? '1' : '0'));

    /// <summary>What the lines of a topic allow of each fact; equal lines once.</summary>
    private static ILookup<FactId, OptionSet> LinesOf(Troubleshooter topic) =>
        topic.Issues.SelectMany(issue => issue.Solutions.Select(solution => solution.Condition).Append(issue.Condition)).SelectMany(condition => condition.Cubes).SelectMany(cube => cube.Literals)
            .Concat(topic.Implications.SelectMany(implication => implication.If.Concat(implication.Then)))
            .Select(literal => (literal.Fact, literal.Allowed)).Distinct().ToLookup(line => topic.Facts[line.Fact].Id, line => line.Allowed);
}
