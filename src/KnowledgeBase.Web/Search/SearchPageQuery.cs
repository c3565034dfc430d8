using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Export;
using KnowledgeBase.Issues;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Addresses;
using KnowledgeBase.Web.Issues;
using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeBase.Web.Search;

/// <summary>What the page of results shows: its address, read and written. Immutable.</summary>
public sealed record SearchPageQuery
{
    public const string Path = "/search";

    /// <summary>Letters that are looked for; whole error messages fit.</summary>
    public const int LongestWords = 2000;

    /// <summary>Results on a page.</summary>
    public const int PageSize = 10;

    /// <summary>As typed, in one line; empty for nothing.</summary>
    public string Words { get; init; } = "";

    public ImmutableArray<SearchKind> Kinds { get; init; } = [];

    /// <summary>First names of routes.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>Routes.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    public ImmutableArray<string> Regions { get; init; } = [];

    public ImmutableArray<SolutionState> States { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>How many results are passed over, from 0; it may lie beyond the end.</summary>
    public int From { get; init; }

    public ImmutableArray<AddressHint> Hints { get; init; } = [];

    /// <summary>How many values of the facets are chosen.</summary>
    public int Chosen => Kinds.Length + Sections.Length + Pages.Length + Regions.Length + States.Length + Tags.Length;

    /// <summary>The same words without filters, from the beginning.</summary>
    public SearchPageQuery Unfiltered => new() { Words = Words };

    public string Address => AddressFrom(0);

    /// <summary>Reads any query; what means nothing is left out, with a hint.</summary>
    public static SearchPageQuery Read(IQueryCollection query)
    {
        var reader = new AddressReader(query);
        return new SearchPageQuery
        {
            Words = reader.Words("q", LongestWords),
            Kinds = reader.Known("kind", SearchWords.KindOf, AddressHint.UnknownKind),
            Sections = [.. reader.Values("section").Select(section => section.Trim('/')).Where(section => section.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            Pages = reader.Routes("page"),
            Regions = reader.Values("region"),
            States = reader.Known("solutionState", IssueFilter.StateOf, AddressHint.UnknownState),
            Tags = reader.Values("tag"),
            From = reader.Start(),
            Hints = reader.Hints,
        };
    }

    /// <summary>What the index is asked for, from a place on.</summary>
    public SearchQuery ToSearch(int from) => new()
    {
        Text = Words,
        Kinds = Kinds,
        Sections = Sections,
        Pages = Pages,
        Regions = Regions,
        SolutionStates = States,
        Tags = Tags,
        From = from,
        Limit = PageSize,
        CountsFacets = true,
    };

    public string AddressFrom(int from)
    {
        var query = new QueryBuilder();
        if (Words.Length > 0)
            query.Add("q", Words);
        query.Add("kind", Kinds.Select(SearchWords.NameOf));
        query.Add("section", Sections);
        query.Add("page", Pages);
        query.Add("region", Regions);
        query.Add("solutionState", States.Select(IssueDocument.NameOf));
        query.Add("tag", Tags);
        if (from > 0)
            query.Add("from", from.ToString(CultureInfo.InvariantCulture));
        return Path + query.ToString();
    }
}
