using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>What is wrong with one condition by itself: it can never hold, holds twice, or says nothing.</summary>
internal sealed class ConditionChecks(Troubleshooter rules, DiagnosticLog log)
{
    private readonly ImmutableArray<Fact> _facts = rules.Facts;
    private readonly Deduction _deduction = rules.Deduction;

    public void Run()
    {
        CheckImplications();
        foreach (var issue in rules.Issues)
        {
            CheckLiterals(issue.Condition, $"'{issue.Id}'");
            CheckCubes(issue.Condition, $"'{issue.Id}'");
            var canMatch = CheckIssue(issue);
            foreach (var solution in issue.Solutions)
            {
                CheckLiterals(solution.Condition, $"'{solution.Id}' of '{issue.Id}'");
                CheckCubes(solution.Condition, $"'{solution.Id}' of '{issue.Id}'");
                if (canMatch && solution.IsBound)
                    CheckSolution(issue, solution);
            }
            CheckSolutionsLeft(issue);
        }
    }

    /// <summary>An answer that excludes itself.</summary>
    private void CheckImplications()
    {
        foreach (var fact in _deduction.Involved)
        {
            for (var option = 0; option < _facts[fact].Options.Length; option++)
            {
                var known = _deduction.Everything();
                known[fact] = OptionSet.Of(option);
                var why = new int[known.Length];
                Array.Fill(why, -1);
                if (_deduction.Close(known, why))
                    continue;
                var empty = Array.FindIndex(known, set => set.IsEmpty);
                var cause = _deduction.Implications[Math.Max(why[empty], 0)];
                log.Add(DiagnosticCodes.ImplicationEmpties, cause.Location, $"The implications empty '{_facts[empty].Id}' for {_facts[fact].Id} = {_facts[fact].Options[option].Id}");
            }
        }
    }

    private void CheckLiterals(Condition condition, string of)
    {
        foreach (var literal in condition.Cubes.SelectMany(cube => cube.Literals).Where(literal => literal.Allowed == _facts[literal.Fact].All))
            log.Add(DiagnosticCodes.EmptyLiteral, literal.Location, $"The line '{_facts[literal.Fact].Id}' of {of} allows every option");
    }

    private void CheckCubes(Condition condition, string of)
    {
        // Quadratic, so bounded; conditions of people have a handful of alternatives.
        var cubes = condition.Cubes.Length <= 100 ? condition.Cubes : [];
        for (var second = 1; second < cubes.Length; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (MessageFor(cubes[first], cubes[second]) is { } message)
                    log.Add(DiagnosticCodes.MergeableCubes, cubes[second].Location, $"Cubes {first + 1} and {second + 1} of {of} {message}");
            }
        }
    }

    private string? MessageFor(Cube first, Cube second)
    {
        var different = Enumerable.Range(0, _facts.Length).Where(fact => Allowed(first, fact) != Allowed(second, fact)).ToList();
        if (different.Count == 0)
            return "are the same; remove one";
        if (different.TrueForAll(fact => Allowed(second, fact).IsWithin(Allowed(first, fact))) || different.TrueForAll(fact => Allowed(first, fact).IsWithin(Allowed(second, fact))))
            return "overlap: one is a part of the other; remove it";
        if (different is not [var only])
            return null;
        return (Allowed(first, only) | Allowed(second, only)) == _facts[only].All ? $"together ignore '{_facts[only].Id}'; merge them" : $"differ in '{_facts[only].Id}' only; merge them";
    }

    private OptionSet Allowed(Cube cube, int fact) => cube.Allowed(fact, _facts[fact].All);

    /// <summary>Reports cubes that can never hold; whether one can.</summary>
    private bool CheckIssue(IssueRule issue)
    {
        var dead = issue.Condition.Cubes.Where(cube => Find(cube).Verdict == Verdict.None).ToList();
        if (dead.Count == issue.Condition.Cubes.Length)
            log.Add(DiagnosticCodes.ImpossibleIssue, issue.Location, $"Issue '{issue.Id}' can never match: {WhyNot(dead[0], "the issue")}");
        else
            foreach (var cube in dead)
                log.Add(DiagnosticCodes.ImpossibleIssue, cube.Location, $"A cube of issue '{issue.Id}' can never hold: {WhyNot(cube, "it")}", "Change or remove this alternative.");
        return dead.Count < issue.Condition.Cubes.Length;
    }

    private void CheckSolution(IssueRule issue, SolutionRule solution)
    {
        if (solution.Condition.IsAlways)
            return;
        foreach (var cube in issue.Condition.Cubes)
            foreach (var own in solution.Condition.Cubes)
                if (Meet(cube, own) is { } both && Witness.Find(_deduction, both).Verdict != Verdict.None)
                    return;
        var clash = issue.Condition.Cubes[0].Literals.SelectMany(needed => solution.Condition.Cubes.SelectMany(cube => cube.Literals).Where(own => own.Fact == needed.Fact && !own.Allowed.Overlaps(needed.Allowed)).Select(own => (needed, own))).FirstOrDefault();
        var reason = clash.own.Allowed.IsEmpty && clash.needed.Allowed.IsEmpty
            ? WhyNot(new Cube([.. issue.Condition.Cubes[0].Literals.Concat(solution.Condition.Cubes[0].Literals)], solution.Location), "it")
            : $"it needs {Wording.Of(_facts, clash.own.Fact, clash.own.Allowed)}, the issue needs {Wording.Of(_facts, clash.needed.Fact, clash.needed.Allowed)}";
        log.Add(DiagnosticCodes.ImpossibleSolution, solution.Location, $"Solution '{solution.Id}' of '{issue.Id}' can never be shown: {reason}");
    }

    /// <summary>Whether every visitor who has the issue gets a solution.</summary>
    private void CheckSolutionsLeft(IssueRule issue)
    {
        if (issue.Solutions.Length == 0 || issue.Solutions.Any(solution => solution.Condition.IsAlways))
            return;
        ImmutableArray<Cube> cover = [.. issue.Solutions.SelectMany(solution => solution.Condition.Cubes)];
        foreach (var cube in issue.Condition.Cubes)
        {
            if (Start(cube) is not { } start || Cover.Check(_deduction, start, cover) is not { Gap: Verdict.Found } gap)
                continue;
            log.Add(DiagnosticCodes.NoSolutionLeft, issue.Location, $"Issue '{issue.Id}' leaves some visitors without a solution, e.g. {Wording.Example(_facts, gap.Example)}");
            return;
        }
    }

    private Witness Find(Cube cube) => Start(cube) is { } start ? Witness.Find(_deduction, start) : Witness.None;

    private OptionSet[]? Start(Cube cube)
    {
        var known = _deduction.Everything();
        foreach (var literal in cube.Literals)
            known[literal.Fact] &= literal.Allowed;
        return Array.Exists(known, set => set.IsEmpty) ? null : known;
    }

    private OptionSet[]? Meet(Cube left, Cube right) => Start(new Cube([.. left.Literals, .. right.Literals], left.Location));

    /// <summary>The first line that cannot hold together with the lines before it, and the implication that forbids it.</summary>
    private string WhyNot(Cube cube, string who)
    {
        var known = _deduction.Everything();
        foreach (var literal in cube.Literals)
        {
            if (literal.Allowed.IsEmpty)
                return $"{who} allows no option of '{_facts[literal.Fact].Id}'";
            var before = known[literal.Fact];
            known[literal.Fact] &= literal.Allowed;
            var why = new int[known.Length];
            Array.Fill(why, -1);
            if (!known[literal.Fact].IsEmpty && _deduction.Close(known, why))
                continue;
            var cause = Cause(cube);
            return cause is null
                ? $"{who} needs {Wording.Of(_facts, literal.Fact, literal.Allowed)} and {Wording.Of(_facts, literal.Fact, before)}"
                : $"{cause}, but {who} needs {Wording.Of(_facts, literal.Fact, literal.Allowed)}";
        }
        return "the implications together forbid it";
    }

    private string? Cause(Cube cube)
    {
        foreach (var implication in _deduction.Implications)
        {
            var holds = implication.If.All(line => cube.Literals.Any(literal => literal.Fact == line.Fact && literal.Allowed.IsWithin(line.Allowed)));
            var broken = implication.Then.Where(line => cube.Literals.Any(literal => literal.Fact == line.Fact && !literal.Allowed.Overlaps(line.Allowed))).ToList();
            if (holds && broken is [var then, ..])
            {
                var first = implication.If[0];
                var own = cube.Literals.First(literal => literal.Fact == first.Fact).Allowed;
                return $"{Wording.Of(_facts, first.Fact, own)} implies {Wording.Of(_facts, then.Fact, then.Allowed)} ({Wording.Place(implication.Location)})";
            }
        }
        return null;
    }
}
