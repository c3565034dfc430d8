using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Export;
using KnowledgeBase.Issues;
using KnowledgeBase.Web.Addresses;
using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeBase.Web.Issues;

public enum IssueOrder
{
    Page,
    Date,
}

/// <summary>What the list of known issues shows: its address, read and written. Immutable.</summary>
public sealed record IssueListQuery
{
    public const string Path = "/issues";

    /// <summary>Letters that are looked for.</summary>
    public const int LongestWords = 400;

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

    public ImmutableArray<AddressHint> Hints { get; init; } = [];

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
        var reader = new AddressReader(query);
        return new IssueListQuery
        {
            Words = reader.Words("q", LongestWords),
            Pages = reader.Routes("page"),
            Regions = reader.Values("region", keepsEmpty: true),
            States = reader.Known("solutionState", IssueFilter.StateOf, AddressHint.UnknownState),
            Tags = reader.Values("tag"),
            Order = reader.Known("sort", OrderOf, AddressHint.UnknownOrder).FirstOrDefault(),
            From = reader.Start(),
            Hints = reader.Hints,
        };
    }

    public string AddressFrom(int from) => Path + Query(with =>
    {
        AddOrder(with);
        if (from > 0)
            with.Add("from", from.ToString(CultureInfo.InvariantCulture));
    });

    private static IssueOrder? OrderOf(string word) => word.ToLowerInvariant() switch
    {
        "page" => IssueOrder.Page,
        "date" => IssueOrder.Date,
        _ => null,
    };

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
