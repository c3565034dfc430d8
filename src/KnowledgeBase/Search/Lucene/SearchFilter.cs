using System.Collections.Immutable;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Narrows results to what was chosen, and counts what else could be chosen. One for each question; not safe to share.</summary>
internal sealed class SearchFilter
{
    /// <summary>Values of one property that are offered; chosen ones are offered in any case.</summary>
    private const int MaxValues = 30;

    private static readonly ImmutableArray<SearchFacetKind> Kinds = [.. Enum.GetValues<SearchFacetKind>()];

    private readonly FacetTable _table;
    private readonly ImmutableHashSet<string>[] _chosen;
    private readonly HashSet<int>[] _chosenNumbers;
    private readonly ImmutableArray<SearchFacetKind> _restricting;

    public SearchFilter(SearchQuery query, FacetTable table)
    {
        _table = table;
        _chosen = [.. Kinds.Select(kind => Chosen(query, kind))];
        _chosenNumbers = [.. Kinds.Select(kind => _chosen[(int)kind].Select(table.ValuesOf(kind).Find).OfType<int>().ToHashSet())];
        _restricting = [.. Kinds.Where(kind => !_chosen[(int)kind].IsEmpty)];
    }

    /// <summary>Takes out documents without a chosen value of a property that has one.</summary>
    public void Narrow(RentedList<RankedDocument> documents)
    {
        if (!_restricting.IsEmpty)
            documents.Keep(document => _restricting.All(kind => Fits(document.Number, kind)));
    }

    /// <summary>The properties of documents that fit what is chosen of the others.</summary>
    /// <param name="documents">All that answer, whatever is chosen.</param>
    public ImmutableArray<SearchFacet> Count(ReadOnlySpan<RankedDocument> documents)
    {
        var counts = Kinds.Select(kind => new int[_table.ValuesOf(kind).Count]).ToArray();
        var inAllRegions = 0;
        foreach (var document in documents)
        {
            if (!TryFindMisfit(document.Number, out var misfit))
                continue;
            if (misfit is null or SearchFacetKind.Region && _table.AffectsAllRegions(document.Number))
                inAllRegions++;
            if (misfit is { } only)
                CountValues(document.Number, only, counts);
            else
                foreach (var kind in Kinds)
                    CountValues(document.Number, kind, counts);
        }
        return [.. Kinds.Select(kind => new SearchFacet(kind, ValuesOf(kind, counts[(int)kind], kind == SearchFacetKind.Region ? inAllRegions : 0))).Where(facet => facet.Values.Length > 0)];
    }

    /// <summary>False for a document that misses what is chosen of two properties or more: no single choice would bring it back.</summary>
    private bool TryFindMisfit(int document, out SearchFacetKind? misfit)
    {
        misfit = null;
        foreach (var kind in _restricting)
        {
            if (Fits(document, kind))
                continue;
            if (misfit is not null)
                return false;
            misfit = kind;
        }
        return true;
    }

    private void CountValues(int document, SearchFacetKind kind, int[][] counts)
    {
        foreach (var number in _table.NumbersOf(document, kind))
            counts[(int)kind][number]++;
    }

    /// <param name="kind">The property.</param>
    /// <param name="counts">Documents by the number of the value.</param>
    /// <param name="everywhere">Documents that have every value.</param>
    private ImmutableArray<SearchFacetValue> ValuesOf(SearchFacetKind kind, int[] counts, int everywhere)
    {
        var (values, chosen) = (_table.ValuesOf(kind), _chosen[(int)kind]);
        // Thousands of pages may have an answer: no more are put in order than will be offered.
        var least = Math.Max(1, counts.Length > MaxValues ? counts.Order().ElementAt(counts.Length - MaxValues) : 1);
        var known = Enumerable.Range(0, counts.Length).Where(number => counts[number] >= least || _chosenNumbers[(int)kind].Contains(number))
            .Select(number => new SearchFacetValue(values[number], counts[number] + everywhere, _chosenNumbers[(int)kind].Contains(number)));
        return
        [
            .. known.Concat(chosen.Where(value => values.Find(value) is null).Select(value => new SearchFacetValue(value, everywhere, IsChosen: true)))
                .OrderByDescending(value => value.IsChosen).ThenByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)
                .Take(Math.Max(MaxValues, chosen.Count)),
        ];
    }

    private bool Fits(int document, SearchFacetKind kind)
    {
        if (kind == SearchFacetKind.Region && _table.AffectsAllRegions(document))
            return true;
        foreach (var number in _table.NumbersOf(document, kind))
            if (_chosenNumbers[(int)kind].Contains(number))
                return true;
        return false;
    }

    private static ImmutableHashSet<string> Chosen(SearchQuery query, SearchFacetKind kind)
    {
        IEnumerable<string> values = kind switch
        {
            SearchFacetKind.Kind => query.Kinds.Select(FacetTable.NameOf),
            SearchFacetKind.Section => query.Sections,
            SearchFacetKind.Page => query.Pages,
            SearchFacetKind.Region => query.Regions,
            SearchFacetKind.SolutionState => query.SolutionStates.Select(FacetTable.NameOf),
            SearchFacetKind.Tag => query.Tags,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such property."),
        };
        return values.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
