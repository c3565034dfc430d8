using System.Collections.Immutable;
using System.Numerics;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Rules;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>What is wrong between the issues of a topic: the same condition twice, one within the other, and overlap where the author promised none.</summary>
internal sealed class OverlapChecks(Troubleshooter rules, DiagnosticLog log)
{
    private readonly ImmutableArray<Fact> _facts = rules.Facts;
    private readonly Deduction _deduction = rules.Deduction;

    public void Run(ImmutableArray<ExclusiveGroup> exclusive)
    {
        var same = CheckSame();
        CheckSubsumed(same);
        foreach (var group in exclusive)
            CheckExclusive(group);
    }

    /// <summary>Reports equal conditions; returns the issues that are a repetition of an earlier one.</summary>
    private HashSet<RuleId> CheckSame()
    {
        var first = new Dictionary<string, IssueRule>(StringComparer.Ordinal);
        var repeated = new HashSet<RuleId>();
        foreach (var issue in rules.Issues)
        {
            var key = string.Join('|', issue.Condition.Cubes.Select(KeyOf).Distinct().Order(StringComparer.Ordinal));
            if (first.TryAdd(key, issue))
                continue;
            repeated.Add(issue.Id);
            log.Add(DiagnosticCodes.SameCondition, issue.Location, $"Issue '{first[key].Id}' and issue '{issue.Id}' have the same condition; a user can never tell them apart — merge them or add a fact");
        }
        return repeated;
    }

    private string KeyOf(Cube cube) =>
        string.Join(',', cube.Literals.Where(literal => literal.Allowed != _facts[literal.Fact].All).Select(literal => $"{literal.Fact}:{literal.Allowed.Bits:x}"));

    /// <summary>Whoever is in every cube of one issue is also in some cube of the other.</summary>
    private void CheckSubsumed(HashSet<RuleId> same)
    {
        var owner = rules.Interview.IssueOfCube;
        for (var index = 0; index < rules.Issues.Length; index++)
        {
            var issue = rules.Issues[index];
            if (same.Contains(issue.Id))
                continue;
            HashSet<int>? general = null;
            foreach (var cube in issue.Condition.Cubes)
            {
                var holding = Holding(cube, owner);
                if (holding is null)
                    continue;
                if (general is null)
                    general = holding;
                else
                    general.IntersectWith(holding);
            }
            foreach (var other in (general ?? []).Where(other => other != index).Order())
                if (!issue.SpecificTo.Contains(rules.Issues[other].Id) && !same.Contains(rules.Issues[other].Id) && !IsRepetition(index, other))
                    log.Add(DiagnosticCodes.Subsumed, issue.Location, $"'{issue.Id}' ⇒ '{rules.Issues[other].Id}': whoever gets the first always gets the second; add specific_to: or ignore");
        }
    }

    private bool IsRepetition(int index, int other) =>
        rules.Issues[index].Condition.Cubes.Select(KeyOf).ToHashSet().SetEquals(rules.Issues[other].Condition.Cubes.Select(KeyOf));

    /// <summary>The issues that certainly match where a cube holds; null where it never does.</summary>
    private HashSet<int>? Holding(Cube cube, ImmutableArray<int> owner)
    {
        var known = _deduction.Everything();
        foreach (var literal in cube.Literals)
            known[literal.Fact] &= literal.Allowed;
        if (!_deduction.Close(known, []))
            return null;
        var index = rules.Interview.IssueCubes;
        var words = index.Ones();
        index.KeepSatisfied(known, _facts, words);
        var issues = new HashSet<int>();
        for (var word = 0; word < words.Length; word++)
            for (var bits = words[word]; bits != 0; bits &= bits - 1)
                issues.Add(owner[word * 64 + BitOperations.TrailingZeroCount(bits)]);
        return issues;
    }

    private void CheckExclusive(ExclusiveGroup group)
    {
        var members = group.Issues.Select(id => rules.Issues.FirstOrDefault(issue => issue.Id == id)).OfType<IssueRule>().ToList();
        for (var second = 1; second < members.Count; second++)
            for (var first = 0; first < second; first++)
                if (Together(members[first], members[second]) is { } example)
                    log.Add(DiagnosticCodes.ExclusiveOverlap, group.Location, $"'{members[first].Id}' and '{members[second].Id}' exclude each other and match together, e.g. {example}");
    }

    private string? Together(IssueRule left, IssueRule right)
    {
        foreach (var one in left.Condition.Cubes)
        {
            foreach (var other in right.Condition.Cubes)
            {
                var known = _deduction.Everything();
                foreach (var literal in one.Literals.Concat(other.Literals))
                    known[literal.Fact] &= literal.Allowed;
                var example = (OptionSet[])known.Clone();
                if (!Array.Exists(known, set => set.IsEmpty) && Witness.Find(_deduction, known).Verdict == Verdict.Found)
                    return Wording.Example(_facts, example);
            }
        }
        return null;
    }
}
