using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Evidence;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>What <c>wizard/facts.yaml</c> says, for all topics. Literals count among <see cref="Facts"/>. Immutable.</summary>
internal sealed record FactBook
{
    public required ImmutableArray<Fact> Facts
    {
        get;
        init
        {
            field = value;
            _positions = value.Index().ToFrozenDictionary(pair => pair.Item.Id.Value, pair => pair.Index, StringComparer.Ordinal);
        }
    }

    /// <summary>Facts that are declared and cannot be used; whoever needs them steps aside.</summary>
    public required ImmutableHashSet<string> Broken { get; init; }

    public required ImmutableArray<Implication> Implications { get; init; }

    /// <summary>An implication could not be read, so that nothing can be trusted to follow.</summary>
    public required bool HasBrokenImplication { get; init; }

    public required ImmutableArray<EvidenceReader> Readers { get; init; }

    public required Aliases Aliases { get; init; }

    public required ImmutableDictionary<TopicId, TopicSettings> Topics { get; init; }

    public required FallbackSettings? Fallback { get; init; }

    /// <summary>Where the file begins; diagnostics about what is missing stand there.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Why no topic can be used; null where they can.</summary>
    public required string? Fault { get; init; }

    private readonly FrozenDictionary<string, int> _positions = FrozenDictionary<string, int>.Empty;

    /// <summary>Position of a fact, -1 where there is none of this name.</summary>
    public int PositionOf(string name) => _positions.GetValueOrDefault(name, -1);

    public IEnumerable<string> Names => Facts.Select(fact => fact.Id.Value);
}

/// <summary>How the interview of a topic is led, as far as the author says so.</summary>
internal sealed record TopicSettings
{
    public static TopicSettings None { get; } = new();

    public string? Title { get; init; }

    public string? Description { get; init; }

    public bool? IsExhaustive { get; init; }

    public FinishPolicy? Finish { get; init; }

    public int? MaxQuestions { get; init; }

    /// <summary>Groups of issues of which at most one may match.</summary>
    public ImmutableArray<ExclusiveGroup> Exclusive { get; init; } = [];

    public SourceLocation? Location { get; init; }

    /// <summary>These settings, and where they say nothing the others.</summary>
    public TopicSettings Or(TopicSettings other) => new()
    {
        Title = Title ?? other.Title,
        Description = Description ?? other.Description,
        IsExhaustive = IsExhaustive ?? other.IsExhaustive,
        Finish = Finish ?? other.Finish,
        MaxQuestions = MaxQuestions ?? other.MaxQuestions,
        Exclusive = Exclusive.AddRange(other.Exclusive),
        Location = Location ?? other.Location,
    };
}

/// <summary>Issues that exclude each other by their author's word.</summary>
internal sealed record ExclusiveGroup(ImmutableArray<RuleId> Issues, SourceLocation Location);

/// <summary>The page for those whom nothing matches, as written in <c>facts.yaml</c>.</summary>
internal sealed record FallbackSettings(string Title, string? Body, string? Contact, SourceLocation Location);
