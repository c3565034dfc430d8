using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using KnowledgeBase.Export;
using KnowledgeBase.Issues;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Issues;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Search;
using KnowledgeBase.Web.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Api;

/// <summary><c>/api/v1/search</c> and <c>/api/v1/suggest</c>: the sections and known issues that answer, and what somebody who types may mean.</summary>
internal static class SearchApi
{
    internal const int DefaultLimit = 10;

    public static void MapSearch(this IApiRoutes api)
    {
        api.Read("/search", Search).WithMetadata(NeedsIndex.Mark).WithTags("Search")
            .WithSummary("Sections, pages and known issues that answer a question")
            .WithDescription("Best first, one entry a section. A key of a filter may be repeated: one of its values has to fit, and so has every key. "
                + "`snippet` is HTML: encoded text with `<mark>` around the words that were looked for, and no other element. `suggestion` is the question with unknown words corrected, or null. "
                + "`score` is comparable within one answer only. Any text is a question; there is no syntax that could be wrong.")
            .Produces<SearchDocument>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.Read("/suggest", Suggest).WithMetadata(NeedsIndex.Mark).WithTags("Search")
            .WithSummary("Titles and names for somebody who is typing")
            .WithDescription("Best first; the last word may be unfinished. `url` is where a choice leads: a page, section or known issue, or the results for an identifier.")
            .Produces<SuggestionList>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static IResult Search([AsParameters] SearchRequest request, PublishedKnowledge knowledge, SiteMetrics metrics)
    {
        if (request.Problem is { } problem)
            return Refused(problem);
        var query = request.ToSearch();
        var results = metrics.Search(knowledge.Search, query);
        return TypedResults.Ok(SearchDocument.Of(query, results));
    }

    private static IResult Suggest(
        [FromQuery(Name = "q"), Description("What stands in the field.")] string? text,
        [FromQuery(Name = "limit"), Description("At most so many suggestions.")] string? limit,
        PublishedKnowledge knowledge)
    {
        if (Number(limit, 1, SearchQuery.MaxLimit, DefaultLimit) is not { } most)
            return Refused(LimitProblem);
        return TypedResults.Ok(new SuggestionList(text ?? "", [.. knowledge.Search.Suggest(text ?? "", most).Select(suggestion => new SuggestedTitle(suggestion))]));
    }

    private static ProblemHttpResult Refused(string problem) => TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, detail: problem);

    internal static string LimitProblem { get; } = $"limit is a whole number from 1 to {SearchQuery.MaxLimit}.";

    /// <summary>The number that a text stands for, the usual one where nothing is given, null for what is none or out of range.</summary>
    internal static int? Number(string? text, int least, int most, int usual)
    {
        if (string.IsNullOrEmpty(text))
            return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
    }

    /// <summary>The query as it comes over the wire.</summary>
    private sealed record SearchRequest(
        [property: FromQuery(Name = "q"), Description("What is looked for, as a person would type it. Text in double quotes must occur, -word must not.")] string? Words,
        [property: FromQuery(Name = "limit"), Description("At most so many results.")] string? Limit,
        [property: FromQuery(Name = "from"), Description("How many of the best are passed over.")] string? From,
        [property: FromQuery(Name = "kind"), Description("page, section or issue.")] string[]? Kind,
        [property: FromQuery(Name = "section"), Description("A part of the site: the first name of the routes in it.")] string[]? Section,
        [property: FromQuery(Name = "page"), Description("Route of the page that the result stands on.")] string[]? Page,
        [property: FromQuery(Name = "region"), Description("A region that an issue affects; issues of all regions fit any.")] string[]? Region,
        [property: FromQuery(Name = "solutionState"), Description("available, none or unspecified.")] string[]? State,
        [property: FromQuery(Name = "tag"), Description("A taxonomy value of the page.")] string[]? Tag)
    {
        public string Text => Words ?? "";

        private int? Most => Number(Limit, 1, SearchQuery.MaxLimit, DefaultLimit);

        private int? Start => Number(From, 0, SearchQuery.MaxFrom, 0);

        /// <summary>What cannot be answered, null where everything can.</summary>
        public string? Problem => this switch
        {
            { Most: null } => LimitProblem,
            { Start: null } => $"from is a whole number from 0 to {SearchQuery.MaxFrom}.",
            _ when Stated(Kind).FirstOrDefault(kind => SearchWords.KindOf(kind) is null) is { } kind => $"kind is page, section or issue; '{kind}' is not one of them.",
            _ when Stated(State).FirstOrDefault(state => IssueFilter.StateOf(state) is null) is { } state => $"solutionState is available, none or unspecified; '{state}' is not one of them.",
            _ => null,
        };

        public SearchQuery ToSearch() => new()
        {
            Text = Text,
            Kinds = [.. Stated(Kind).Select(SearchWords.KindOf).OfType<SearchKind>()],
            Sections = [.. Stated(Section).Select(section => section.Trim('/'))],
            Pages = [.. Stated(Page).Select(page => "/" + page.Trim('/'))],
            Regions = [.. Stated(Region)],
            SolutionStates = [.. Stated(State).Select(IssueFilter.StateOf).OfType<SolutionState>()],
            Tags = [.. Stated(Tag)],
            From = Start ?? 0,
            Limit = Most ?? DefaultLimit,
        };

        /// <summary>An empty field of a form asks for nothing.</summary>
        private static IEnumerable<string> Stated(string[]? values) => (values ?? []).Select(value => value.Trim()).Where(value => value.Length > 0);
    }
}

/// <summary>What a text may become.</summary>
internal sealed record SuggestionList(string Query, ImmutableArray<SuggestedTitle> Suggestions);

/// <summary>A title or name.</summary>
internal sealed record SuggestedTitle(string Text, string Url, string Kind)
{
    public SuggestedTitle(Suggestion suggestion)
        : this(suggestion.Text, suggestion.Url, SearchWords.NameOf(suggestion.Kind))
    {
    }
}
