using System.Collections.Immutable;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Narrows results to what was chosen, and counts what else could be chosen.</summary>
internal sealed class SearchFilter(SearchQuery query, SectionIndex index)
{
    /// <summary>Values of one property that are offered; chosen ones are offered in any case.</summary>
    private const int MaxValues = 30;

    private static readonly ImmutableArray<SearchFacetKind> Kinds = [.. Enum.GetValues<SearchFacetKind>()];

    private readonly ImmutableDictionary<SearchFacetKind, ImmutableHashSet<string>> _chosen = Kinds.ToImmutableDictionary(kind => kind, kind => Chosen(query, kind));

    /// <summary>Whether a document has a chosen value of every property that has one.</summary>
    public bool Fits(int document) => Kinds.All(kind => Fits(document, kind));

    /// <summary>The properties of documents that fit what is chosen of the others.</summary>
    /// <param name="documents">All that answer, whatever is chosen.</param>
    public ImmutableArray<SearchFacet> Count(IReadOnlyList<RankedDocument> documents)
    {
        var counts = Kinds.ToDictionary(kind => kind, _ => new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        var inAllRegions = 0;
        foreach (var document in documents)
        {
            var missing = Kinds.Where(kind => !Fits(document.Number, kind)).Take(2).ToArray();
            if (missing.Length == 2)
                continue;
            if ((missing.Length == 0 || missing[0] == SearchFacetKind.Region) && AffectsAllRegions(document.Number))
                inAllRegions++;
            foreach (var kind in missing.Length == 1 ? missing.AsEnumerable() : Kinds)
                foreach (var value in ValuesOf(index.Documents[document.Number], kind))
                    counts[kind][value] = counts[kind].GetValueOrDefault(value) + 1;
        }
        foreach (var region in counts[SearchFacetKind.Region].Keys.Union(_chosen[SearchFacetKind.Region], StringComparer.OrdinalIgnoreCase).ToArray())
            counts[SearchFacetKind.Region][region] = counts[SearchFacetKind.Region].GetValueOrDefault(region) + inAllRegions;
        return [.. Kinds.Select(kind => new SearchFacet(kind, ValuesOf(kind, counts[kind]))).Where(facet => facet.Values.Length > 0)];
    }

    private ImmutableArray<SearchFacetValue> ValuesOf(SearchFacetKind kind, Dictionary<string, int> counts)
    {
        foreach (var chosen in _chosen[kind])
            counts.TryAdd(chosen, 0);
        return
        [
            .. counts.Select(value => new SearchFacetValue(value.Key, value.Value, _chosen[kind].Contains(value.Key)))
                .OrderByDescending(value => value.IsChosen).ThenByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)
                .Take(Math.Max(MaxValues, _chosen[kind].Count)),
        ];
    }

    private bool Fits(int number, SearchFacetKind kind)
    {
        var chosen = _chosen[kind];
        if (chosen.IsEmpty)
            return true;
        var document = index.Documents[number];
        return (kind == SearchFacetKind.Region && AffectsAllRegions(number)) || ValuesOf(document, kind).Any(chosen.Contains);
    }

    private bool AffectsAllRegions(int number) => index.Documents[number].Issue is { AffectsAllRegions: true };

    private static IEnumerable<string> ValuesOf(SearchDocument document, SearchFacetKind kind) => kind switch
    {
        SearchFacetKind.Kind => [NameOf(document.Kind)],
        SearchFacetKind.Section => document.Page.Route.Split('/') is [_, { Length: > 0 } first, ..] ? [first] : [],
        SearchFacetKind.Page => [document.Page.Route],
        SearchFacetKind.Region => document.Issue?.AffectedRegions ?? [],
        SearchFacetKind.SolutionState => document.Issue is { } issue ? [NameOf(issue.SolutionState)] : [],
        SearchFacetKind.Tag => document.Page.Taxonomy.SelectMany(type => type.Value).Distinct(StringComparer.OrdinalIgnoreCase),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such property."),
    };

    private static ImmutableHashSet<string> Chosen(SearchQuery query, SearchFacetKind kind)
    {
        IEnumerable<string> values = kind switch
        {
            SearchFacetKind.Kind => query.Kinds.Select(NameOf),
            SearchFacetKind.Section => query.Sections,
            SearchFacetKind.Page => query.Pages,
            SearchFacetKind.Region => query.Regions,
            SearchFacetKind.SolutionState => query.SolutionStates.Select(NameOf),
            SearchFacetKind.Tag => query.Tags,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such property."),
        };
        return values.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static string NameOf(SearchKind kind) => kind switch { SearchKind.Page => "page", SearchKind.Section => "section", _ => "issue" };

    private static string NameOf(SolutionState state) => state switch { SolutionState.Available => "available", SolutionState.None => "none", _ => "unspecified" };
}
