using System.Collections.Immutable;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Addresses;

namespace KnowledgeBase.Web.Search;

/// <summary>What one page of results shows. Immutable.</summary>
/// <param name="Found">The results of this page, and how many there are in all.</param>
/// <param name="Start">How many results are passed over; a start beyond the end shows the last part.</param>
/// <param name="HasOthers">Whether the words alone find something that does not fit the filters; only known where nothing fits.</param>
/// <param name="Hints">What could not be done as it was asked.</param>
public sealed record SearchPageResults(SearchResults Found, int Start, bool HasOthers, ImmutableArray<AddressHint> Hints)
{
    /// <summary>Where the results before these begin; null where these are the first.</summary>
    public int? Previous => Start > 0 ? Math.Max(0, Start - SearchPageQuery.PageSize) : null;

    /// <summary>Where the results after these begin; null where there are none, or nobody would read them.</summary>
    public int? Next => Start + SearchPageQuery.PageSize is var next && next < Found.Total && next <= SearchQuery.MaxFrom ? next : null;

    /// <summary>The position of the last result shown, from 1.</summary>
    public int End => Start + Found.Hits.Length;

    public static SearchPageResults Of(Func<SearchQuery, SearchResults> search, SearchPageQuery query)
    {
        var found = search(query.ToSearch(query.From));
        if (found.Total == 0)
            return new SearchPageResults(found, 0, query.Chosen > 0 && search(query.Unfiltered.ToSearch(0)).Total > 0, query.Hints);
        if (query.From < found.Total && query.From <= SearchQuery.MaxFrom)
            return new SearchPageResults(found, query.From, false, query.Hints);
        var last = Math.Min((found.Total - 1) / SearchPageQuery.PageSize * SearchPageQuery.PageSize, SearchQuery.MaxFrom);
        return new SearchPageResults(search(query.ToSearch(last)), last, false, query.Hints.Add(AddressHint.UnknownStart));
    }
}
