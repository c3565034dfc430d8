using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Export;
using KnowledgeBase.Issues;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Issues;
using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeBase.Web.Search;

/// <summary>What a visitor asked of the search that it could not do; it shows what it can and says so.</summary>
public enum SearchHint
{
    WordsCut,
    TooManyValues,
    UnknownKind,
    UnknownState,
    UnknownStart,
}

/// <summary>What the page of results shows: its address, read and written. Immutable.</summary>
public sealed record SearchPageQuery
{
    public const string Path = "/search";

    /// <summary>Letters that are looked for; whole error messages fit.</summary>
    public const int LongestWords = 2000;

    /// <summary>Results on a page.</summary>
    public const int PageSize = 10;

    private const int LongestValue = 400;
    private const int MostValues = 50;

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

    public ImmutableArray<SearchHint> Hints { get; init; } = [];

    /// <summary>How many values of the facets are chosen.</summary>
    public int Chosen => Kinds.Length + Sections.Length + Pages.Length + Regions.Length + States.Length + Tags.Length;

    /// <summary>The same words without filters, from the beginning.</summary>
    public SearchPageQuery Unfiltered => new() { Words = Words };

    public string Address => AddressFrom(0);

    /// <summary>Reads any query; what means nothing is left out, with a hint.</summary>
    public static SearchPageQuery Read(IQueryCollection query)
    {
        var hints = new SortedSet<SearchHint>();
        return new SearchPageQuery
        {
            Words = Text(),
            Kinds = Known("kind", SearchWords.KindOf, SearchHint.UnknownKind),
            Sections = [.. Values("section").Select(section => section.Trim('/')).Where(section => section.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            Pages = [.. Values("page").Select(page => "/" + page.Trim('/')).Distinct(StringComparer.OrdinalIgnoreCase)],
            Regions = Values("region"),
            States = Known("solutionState", IssueFilter.StateOf, SearchHint.UnknownState),
            Tags = Values("tag"),
            From = Start(),
            Hints = [.. hints],
        };

        string Text()
        {
            var given = query["q"].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) ?? "";
            var words = string.Concat(given.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
            if (words.Length <= LongestWords)
                return words;
            hints.Add(SearchHint.WordsCut);
            return words[..(char.IsHighSurrogate(words[LongestWords - 1]) ? LongestWords - 1 : LongestWords)];
        }

        ImmutableArray<string> Values(string key)
        {
            var values = query[key].Select(value => value?.Trim() ?? "").Where(value => value.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (values.Count > MostValues || values.Exists(value => value.Length > LongestValue))
                hints.Add(SearchHint.TooManyValues);
            return [.. values.Where(value => value.Length <= LongestValue).Take(MostValues)];
        }

        ImmutableArray<T> Known<T>(string key, Func<string, T?> meaning, SearchHint hint)
            where T : struct
        {
            var meanings = Values(key).Select(meaning).ToList();
            if (meanings.Contains(null))
                hints.Add(hint);
            return [.. meanings.OfType<T>().Distinct()];
        }

        int Start()
        {
            var number = query["from"].FirstOrDefault();
            if (string.IsNullOrEmpty(number))
                return 0;
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var from))
                return from;
            hints.Add(SearchHint.UnknownStart);
            return 0;
        }
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
