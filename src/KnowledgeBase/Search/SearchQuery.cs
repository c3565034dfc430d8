using System.Collections.Immutable;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Search;

/// <summary>What a visitor asks for, and how the answers are narrowed. Immutable.</summary>
public sealed record SearchQuery
{
    public const int MaxLimit = 50;

    /// <summary>Answers that can be reached by paging; nobody reads further, and each costs memory.</summary>
    public const int MaxFrom = 1000;

    /// <summary>As typed; any text of any length.</summary>
    public required string Text { get; init; }

    /// <summary>Kinds that are wanted; empty for all. The same holds for the filters below: one of the values of each must fit.</summary>
    public ImmutableArray<SearchKind> Kinds { get; init; } = [];

    /// <summary>Parts of the site: the first names of routes, such as <c>reference</c>.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>Routes of pages.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>Affected regions of issues; an issue that affects all regions fits any.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    public ImmutableArray<SolutionState> SolutionStates { get; init; } = [];

    /// <summary>Taxonomy values of pages.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>How many of the best are passed over.</summary>
    public int From { get; init; }

    /// <summary>How many are wanted, at most <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Whether facets are counted; it takes time that grows with the number of results.</summary>
    public bool CountsFacets { get; init; }
}
