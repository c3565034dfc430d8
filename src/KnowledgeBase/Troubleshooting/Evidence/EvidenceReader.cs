using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Evidence;

/// <summary>How output names its values.</summary>
public enum PairFormat
{
    /// <summary><c>KEY=value</c> or <c>KEY="value"</c>, one a line.</summary>
    Shell,

    /// <summary><c>key=value</c>, many a line.</summary>
    KeyValue,

    /// <summary><c>some.key = value</c>, one a line.</summary>
    Sysctl,

    /// <summary>The named groups of a pattern of the author's.</summary>
    Pattern,
}

/// <summary>
/// Reads facts out of pasted output. It answers only what the output proves: missing, repeated or odd values leave it undecided. Time grows with the length
/// of the text alone. Immutable; safe to share.
/// </summary>
public sealed record EvidenceReader
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>The command whose output it reads.</summary>
    public required string Run { get; init; }

    public required PairFormat Pairs { get; init; }

    /// <summary>For <see cref="PairFormat.Pattern"/>; without backtracking.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>How often the command must have run.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>The counter that is added up over the lines of one run; null where values are taken as they are.</summary>
    public string? Sum { get; init; }

    /// <summary>The key that tells the lines of one run apart; null for the first one on the line.</summary>
    public string? Per { get; init; }

    /// <summary>Tried in order; the first that holds decides its facts.</summary>
    public required ImmutableArray<EvidenceRule> Rules { get; init; }

    /// <summary>Output that the author vouches for.</summary>
    public ImmutableArray<EvidenceExample> Examples { get; init; } = [];

    public required SourceLocation Location { get; init; }

    /// <summary>The facts that it may answer.</summary>
    public ImmutableArray<FactId> Facts => [.. Rules.SelectMany(rule => rule.Sets).Select(set => set.Fact).Distinct()];

    /// <summary>The values that it looks for.</summary>
    internal IEnumerable<string> Keys => Rules.SelectMany(rule => rule.Test.Keys).Concat(Sum is null ? [] : [Sum]).Distinct(StringComparer.Ordinal);
}

/// <summary>What a reader concludes where a test holds.</summary>
/// <param name="Test">On the values found.</param>
/// <param name="Sets">The answers that it proves.</param>
/// <param name="Location">Where it stands.</param>
public sealed record EvidenceRule(EvidenceTest Test, ImmutableArray<EvidenceAnswer> Sets, SourceLocation Location);

/// <summary>An answer that output proves.</summary>
public sealed record EvidenceAnswer(FactId Fact, OptionId Option);

/// <summary>Output with what must be read of it.</summary>
/// <param name="Paste">The text.</param>
/// <param name="Reads">The answers; empty where the reader must stay undecided.</param>
/// <param name="Location">Where it stands.</param>
public sealed record EvidenceExample(string Paste, ImmutableArray<EvidenceAnswer> Reads, SourceLocation Location);
