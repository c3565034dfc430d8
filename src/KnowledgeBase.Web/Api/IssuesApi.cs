using System.Collections.Immutable;
using System.ComponentModel;
using KnowledgeBase.Export;
using KnowledgeBase.Issues;
using KnowledgeBase.Web.Issues;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Api;

/// <summary><c>/api/v1/issues</c>: the known issues, filtered.</summary>
internal static class IssuesApi
{
    public static void MapIssues(this IApiRoutes api) =>
        api.Read("/issues", List, (context, knowledge) => List(IssueQuery.Of(context.Request.Query), knowledge)).WithTags("Known issues")
            .WithSummary("Known issues").WithDescription("Known issues in page order. A key may be repeated: one of its values has to fit, and so has every key.")
            .Produces<IssueList>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static IResult List([AsParameters] IssueQuery query, PublishedKnowledge knowledge)
    {
        if (query.UnknownState is { } unknown)
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, detail: $"solutionState is available, none or unspecified; '{unknown}' is not one of them.");
        var filter = query.ToFilter();
        var snapshot = knowledge.Snapshot;
        return TypedResults.Ok(new IssueList(snapshot.Version, [.. snapshot.Issues.Where(filter.Accepts).Select(issue => new IssueDocument(issue))]));
    }
}

/// <summary>The query as it comes over the wire.</summary>
internal sealed record IssueQuery(
    [property: FromQuery(Name = "q"), Description("Words that all occur in title, problem, solutions or code.")] string[]? Words,
    [property: FromQuery(Name = "page"), Description("Route of the page that the issue stands on.")] string[]? Page,
    [property: FromQuery(Name = "region"), Description("A region; issues of all regions fit any. Empty: the region is not stated.")] string[]? Region,
    [property: FromQuery(Name = "solutionState"), Description("available, none or unspecified.")] string[]? State,
    [property: FromQuery(Name = "tag"), Description("A taxonomy value of the page.")] string[]? Tag)
{
    /// <summary>A value that no issue can have.</summary>
    internal string? UnknownState => State?.FirstOrDefault(state => state.Length > 0 && IssueFilter.StateOf(state) is null);

    internal static IssueQuery Of(IQueryCollection query) => new(Values(query["q"]), Values(query["page"]), Values(query["region"]), Values(query["solutionState"]), Values(query["tag"]));

    internal IssueFilter ToFilter() => new()
    {
        Words = [.. Stated(Words)],
        Pages = [.. Stated(Page)],
        Regions = [.. Region ?? []],
        SolutionStates = [.. Stated(State).Select(IssueFilter.StateOf).OfType<SolutionState>()],
        Tags = [.. Stated(Tag)],
    };

    private static string[] Values(IEnumerable<string?> values) => [.. values.OfType<string>()];

    /// <summary>An empty field of a form asks for nothing.</summary>
    private static IEnumerable<string> Stated(string[]? values) => (values ?? []).Where(value => !string.IsNullOrWhiteSpace(value));
}

/// <summary>Known issues of one edition.</summary>
internal sealed record IssueList(string Version, ImmutableArray<IssueDocument> Issues);
