using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting;

/// <summary>Names one fact: the key of an answer in a link.</summary>
public readonly record struct FactId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Something that is asked, with its possible answers. Immutable.</summary>
public sealed record Fact
{
    /// <summary>What a bit set can hold.</summary>
    public const int MaxOptions = 64;

    public required FactId Id { get; init; }

    /// <summary>The question.</summary>
    public required string Ask { get; init; }

    /// <summary>One sentence that helps to answer; null without one.</summary>
    public string? Help { get; init; }

    /// <summary>A command that shows the answer; null without one.</summary>
    public string? FindOut { get; init; }

    /// <summary>What a visitor is told who goes on without an answer.</summary>
    public required string Error { get; init; }

    /// <summary>Asked before all facts with a greater number or none; null without one.</summary>
    public int? Pin { get; init; }

    /// <summary>How hard it is to find out, from 1.</summary>
    public int Cost { get; init; } = 1;

    /// <summary>Whether "I do not know" is an answer.</summary>
    public bool AllowsUnknown { get; init; } = true;

    /// <summary>The author knows that some options behave alike.</summary>
    public bool AllowsSimilar { get; init; }

    /// <summary>Name of the reader of pasted output that may answer it; null without one.</summary>
    public string? Evidence { get; init; }

    /// <summary>In the order of the file; at least two, at most <see cref="MaxOptions"/>.</summary>
    public required ImmutableArray<Option> Options { get; init; }

    public required SourceLocation Location { get; init; }

    /// <summary>Every option.</summary>
    public OptionSet All => OptionSet.First(Options.Length);

    /// <summary>Position of an option, -1 where there is none of this name.</summary>
    public int IndexOf(OptionId id)
    {
        for (var index = 0; index < Options.Length; index++)
            if (Options[index].Id == id)
                return index;
        return -1;
    }
}
