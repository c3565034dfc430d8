using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Export;
using KnowledgeBase.Issues;
using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeBase.Web.Issues;

public enum IssueOrder
{
    Page,
    Date,
}

/// <summary>What a visitor asked of the list that it could not do; it shows what it can and says so.</summary>
public enum IssueListHint
{
    WordsCut,
    TooManyValues,
    UnknownState,
    UnknownOrder,
    UnknownStart,
}

/// <summary>What the list of known issues shows: its address, read and written. Immutable.</summary>
public sealed record IssueListQuery
{
    public const string Path = "/issues";

    private const int LongestWords = 400;
    private const int MostValues = 50;

    /// <summary>Words that all have to occur; empty for any.</summary>
    public string Words { get; init; } = "";

    /// <summary>Routes.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>Names; the empty one stands for "not stated".</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    public ImmutableArray<SolutionState> States { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    public IssueOrder Order { get; init; }

    /// <summary>How many issues are passed over, from 0; it may lie beyond the end.</summary>
    public int From { get; init; }

    public ImmutableArray<IssueListHint> Hints { get; init; } = [];

    /// <summary>How many values of the facets are chosen.</summary>
    public int Chosen => Pages.Length + Regions.Length + States.Length + Tags.Length;

    internal IssueFilter Filter => new()
    {
        Words = Words.Length > 0 ? [Words] : [],
        Pages = Pages,
        Regions = Regions,
        SolutionStates = States,
        Tags = Tags,
    };

    public string Address => Path + Query(with => AddOrder(with));

    /// <summary>The same issues, in full, for scripts.</summary>
    public string ApiAddress => "/api/v1/issues" + Query(_ => { });

    /// <summary>Reads any query; what means nothing is left out, with a hint.</summary>
    public static IssueListQuery Read(IQueryCollection query)
    {
        var hints = new SortedSet<IssueListHint>();
        var words = query["q"].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() ?? "";
        if (words.Length > LongestWords)
        {
            hints.Add(IssueListHint.WordsCut);
            words = words[..(char.IsHighSurrogate(words[LongestWords - 1]) ? LongestWords - 1 : LongestWords)];
        }
        return new IssueListQuery
        {
            Words = words,
            Pages = [.. Values("page").Select(page => "/" + page.Trim('/')).Distinct(StringComparer.OrdinalIgnoreCase)],
            Regions = Values("region", keepsEmpty: true),
            States = [.. Values("solutionState").Select(State).OfType<SolutionState>().Distinct()],
            Tags = Values("tag"),
            Order = Order(),
            From = Start(),
            Hints = [.. hints],
        };

        ImmutableArray<string> Values(string key, bool keepsEmpty = false)
        {
            var values = query[key].Select(value => value?.Trim() ?? "").Where(value => keepsEmpty || value.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (values.Count > MostValues || values.Exists(value => value.Length > LongestWords))
                hints.Add(IssueListHint.TooManyValues);
            return [.. values.Where(value => value.Length <= LongestWords).Take(MostValues)];
        }

        SolutionState? State(string word)
        {
            if (IssueFilter.StateOf(word) is { } state)
                return state;
            hints.Add(IssueListHint.UnknownState);
            return null;
        }

        IssueOrder Order()
        {
            var word = query["sort"].FirstOrDefault();
            if (string.IsNullOrEmpty(word) || word.Equals("page", StringComparison.OrdinalIgnoreCase))
                return IssueOrder.Page;
            if (word.Equals("date", StringComparison.OrdinalIgnoreCase))
                return IssueOrder.Date;
            hints.Add(IssueListHint.UnknownOrder);
            return IssueOrder.Page;
        }

        int Start()
        {
            var number = query["from"].FirstOrDefault();
            if (string.IsNullOrEmpty(number))
                return 0;
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var from))
                return from;
            hints.Add(IssueListHint.UnknownStart);
            return 0;
        }
    }

    public string AddressFrom(int from) => Path + Query(with =>
    {
        AddOrder(with);
        if (from > 0)
            with.Add("from", from.ToString(CultureInfo.InvariantCulture));
    });

    private void AddOrder(QueryBuilder query)
    {
        if (Order == IssueOrder.Date)
            query.Add("sort", "date");
    }

    private string Query(Action<QueryBuilder> addMore)
    {
        var query = new QueryBuilder();
        if (Words.Length > 0)
            query.Add("q", Words);
        query.Add("page", Pages);
        query.Add("region", Regions);
        query.Add("solutionState", States.Select(IssueDocument.NameOf));
        query.Add("tag", Tags);
        addMore(query);
        return query.ToString();
    }
}
