using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting;

/// <summary>When something applies: under any of its cubes, and under nothing else. Immutable.</summary>
public sealed record Condition(ImmutableArray<Cube> Cubes)
{
    /// <summary>The condition without a line.</summary>
    public static Condition Always { get; } = new([new Cube([], default)]);

    /// <summary>Without a line it always applies.</summary>
    public bool IsAlways => Cubes.Any(cube => cube.Literals.Length == 0);

    public Effect Under(ReadOnlySpan<OptionSet> known)
    {
        var effect = Effect.RuledOut;
        foreach (var cube in Cubes)
        {
            switch (cube.Under(known))
            {
                case Effect.Satisfied:
                    return Effect.Satisfied;
                case Effect.Open:
                    effect = Effect.Open;
                    break;
            }
        }
        return effect;
    }

    /// <summary>The same with other positions of facts.</summary>
    internal Condition Renumbered(Func<int, int> position) =>
        new([.. Cubes.Select(cube => cube with { Literals = [.. cube.Literals.Select(literal => literal with { Fact = position(literal.Fact) })] })]);
}
