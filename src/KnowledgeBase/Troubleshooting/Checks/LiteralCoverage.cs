using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Scenarios;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>A line of a condition, and whether some scenario would fail without it.</summary>
/// <param name="Of">Whose condition it is.</param>
/// <param name="Line">The line, <c>os: centos-7</c>.</param>
/// <param name="IsProtected">Some scenario needs it.</param>
/// <param name="Location">Where it stands.</param>
public sealed record CoveredLiteral(string Of, string Line, bool IsProtected, SourceLocation Location);

/// <summary>Which lines of the conditions of a topic are protected by scenarios: each is left out in turn, and some scenario must come out differently.</summary>
public static class LiteralCoverage
{
    public static ImmutableArray<CoveredLiteral> Of(Troubleshooter rules, ImmutableArray<ScenarioRun> runs)
    {
        var states = runs.Where(run => run.Scenario.Topic == rules.Topic.Id).Select(run => (run.Scenario.Expect, Known: new Reading(rules, run.Diagnosis.Given).Known.ToArray())).ToList();
        var literals = new CoveredLiteral[rules.Issues.Length][];
        Parallel.For(0, rules.Issues.Length, index => literals[index] = [.. Of(rules, rules.Issues[index], states)]);
        return [.. literals.SelectMany(one => one)];
    }

    private static IEnumerable<CoveredLiteral> Of(Troubleshooter rules, IssueRule issue, List<(Expectation Expect, OptionSet[] Known)> states)
    {
        foreach (var (without, literal) in Mutants(rules, issue.Condition, Condition.Always))
            yield return Covered($"'{issue.Id}'", literal, states.Exists(state => IsNoticed(rules, state.Expect, issue, (without, literal), state.Known)));
        foreach (var solution in issue.Solutions)
            foreach (var (without, literal) in Mutants(rules, solution.Condition, issue.Condition))
                yield return Covered($"'{solution.Id}' of '{issue.Id}'", literal, states.Exists(state => IsNoticed(state.Expect, issue, solution, without, state.Known)));

        CoveredLiteral Covered(string of, Literal literal, bool isProtected) => new(of, Wording.Of(rules.Facts, literal.Fact, literal.Allowed), isProtected, literal.Location);
    }

    /// <summary>
    /// The condition without each of its lines. A line outside <c>any:</c> belongs to several cubes and is left out of all of them. Lines that decide nothing,
    /// and those of cubes that can never hold, are reported otherwise and need no scenario.
    /// </summary>
    private static IEnumerable<(Condition Without, Literal Literal)> Mutants(Troubleshooter rules, Condition condition, Condition within) =>
        condition.Cubes.Where(cube => within.Cubes.Any(outer => CanHold(rules, [.. cube.Literals, .. outer.Literals])))
            .SelectMany(cube => cube.Literals).Where(literal => literal.Allowed != rules.Facts[literal.Fact].All).DistinctBy(literal => (literal.Fact, literal.Location))
            .Select(literal => (new Condition([.. condition.Cubes.Select(cube => cube with { Literals = cube.Literals.RemoveAll(one => one.Fact == literal.Fact && one.Location == literal.Location) })]), literal));

    internal static bool CanHold(Troubleshooter rules, ImmutableArray<Literal> literals)
    {
        var known = rules.Deduction.Everything();
        foreach (var literal in literals)
            known[literal.Fact] &= literal.Allowed;
        return !Array.Exists(known, set => set.IsEmpty) && Witness.Find(rules.Deduction, known).Verdict != Verdict.None;
    }

    private static bool IsNoticed(Troubleshooter rules, Expectation expect, IssueRule issue, (Condition, Literal) mutant, OptionSet[] known)
    {
        var (without, literal) = mutant;
        var (before, after) = (issue.Condition.Under(known), without.Under(known));
        var ruling = expect.RuledOut.FirstOrDefault(ruling => ruling.Issue == issue.Id);
        if (before == after)
            return before == Effect.RuledOut && ruling is not null && ruling.By.Contains(rules.Facts[literal.Fact].Id) && IsReason(issue.Condition, literal.Fact, known) && !IsReason(without, literal.Fact, known);
        return (expect.Matches is not null && (before == Effect.Satisfied) != (after == Effect.Satisfied))
            || (expect.Possible is not null && (before == Effect.Open) != (after == Effect.Open))
            || (before == Effect.RuledOut && (ruling is not null || expect.Outcome == "fallback"));
    }

    private static bool IsReason(Condition condition, int fact, OptionSet[] known) =>
        condition.Cubes.SelectMany(cube => cube.Literals).Any(literal => literal.Fact == fact && !known[literal.Fact].Overlaps(literal.Allowed));

    private static bool IsNoticed(Expectation expect, IssueRule issue, SolutionRule solution, Condition without, OptionSet[] known)
    {
        var isExpected = expect.Solutions.Any(one => one.Issue == issue.Id && one.Solution == solution.Id);
        return isExpected && issue.Condition.Under(known) != Effect.RuledOut && solution.Condition.Under(known) != without.Under(known);
    }
}
