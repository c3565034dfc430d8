using System.Collections.Immutable;
using KnowledgeBase.Troubleshooting.Checks;

namespace KnowledgeBase.Troubleshooting.Differences;

/// <summary>The facts and options of two sets of rules together, matched by name, with the implications of the later one.</summary>
internal sealed class CommonFacts
{
    private readonly ImmutableArray<Fact> _facts;
    private readonly Deduction _deduction;

    public CommonFacts(Troubleshooter before, Troubleshooter after)
    {
        _facts =
        [
            .. after.Facts.Select(fact => before.Find(fact.Id) is { } old ? fact with { Options = [.. fact.Options.Concat(old.Options.Where(option => fact.IndexOf(option.Id) < 0)).Take(Fact.MaxOptions)] } : fact),
            .. before.Facts.Where(fact => after.PositionOf(fact.Id) < 0),
        ];
        _deduction = new Deduction(_facts, [.. after.Implications.Select(implication => implication with { If = [.. implication.If.Select(literal => Move(after, literal))], Then = [.. implication.Then.Select(literal => Move(after, literal))] })]);
    }

    /// <summary>A condition of one of the two, among the common facts.</summary>
    public ImmutableArray<Cube> Of(Troubleshooter rules, Condition condition) => [.. condition.Cubes.Select(cube => cube with { Literals = [.. cube.Literals.Select(literal => Move(rules, literal))] })];

    /// <summary>Where both hold.</summary>
    public static ImmutableArray<Cube> Meet(ImmutableArray<Cube> left, ImmutableArray<Cube> right) =>
        [.. left.SelectMany(one => right.Select(other => one with { Literals = [.. one.Literals.Concat(other.Literals)] }))];

    /// <summary>Answers that the first allow and the second do not, in words; null where there are none.</summary>
    public string? OnlyIn(ImmutableArray<Cube> cubes, ImmutableArray<Cube> others)
    {
        foreach (var cube in cubes)
        {
            var start = _deduction.Everything();
            foreach (var literal in cube.Literals)
                start[literal.Fact] &= literal.Allowed;
            if (!Array.Exists(start, set => set.IsEmpty) && Cover.Check(_deduction, start, others) is { Gap: Verdict.Found, Example: var example })
                return Wording.Example(_facts, example);
        }
        return null;
    }

    private Literal Move(Troubleshooter rules, Literal literal)
    {
        var fact = rules.Facts[literal.Fact];
        var position = _facts.IndexOf(_facts.First(common => common.Id == fact.Id));
        var allowed = OptionSet.Empty;
        foreach (var option in literal.Allowed)
            if (_facts[position].IndexOf(fact.Options[option].Id) is var index and >= 0)
                allowed |= OptionSet.Of(index);
        return literal with { Fact = position, Allowed = allowed };
    }
}
