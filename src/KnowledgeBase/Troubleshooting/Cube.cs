using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting;

/// <summary>One line of a condition: the options of one fact under which it holds.</summary>
/// <param name="Fact">Position of the fact among the facts of its topic.</param>
/// <param name="Allowed">The options; empty where the author has excluded all.</param>
/// <param name="Location">Where the line stands.</param>
public readonly record struct Literal(int Fact, OptionSet Allowed, SourceLocation Location);

/// <summary>Literals that must all hold, one a fact at most, in the order of the facts. Without literals it always holds. Immutable.</summary>
public sealed record Cube(ImmutableArray<Literal> Literals, SourceLocation Location)
{
    /// <summary>What a cube is when some options are known to be out.</summary>
    /// <param name="known">For each fact the options that are still possible.</param>
    public Effect Under(ReadOnlySpan<OptionSet> known)
    {
        var effect = Effect.Satisfied;
        foreach (ref readonly var literal in Literals.AsSpan())
        {
            if (!known[literal.Fact].Overlaps(literal.Allowed))
                return Effect.RuledOut;
            if (!known[literal.Fact].IsWithin(literal.Allowed))
                effect = Effect.Open;
        }
        return effect;
    }

    /// <summary>The options of a fact under which this cube may hold.</summary>
    public OptionSet Allowed(int fact, OptionSet all)
    {
        foreach (var literal in Literals)
            if (literal.Fact == fact)
                return literal.Allowed;
        return all;
    }
}

/// <summary>What is known of a literal or cube.</summary>
public enum Effect
{
    /// <summary>It holds, whatever else is answered.</summary>
    Satisfied,

    /// <summary>It may hold.</summary>
    Open,

    /// <summary>It cannot hold.</summary>
    RuledOut,
}
