using System.Collections.Immutable;
using System.ComponentModel;
using KnowledgeBase.Content;
using KnowledgeBase.Export;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Api;

/// <summary><c>/api/v1/pages</c>: what stands where, and each page as a whole.</summary>
internal static class PagesApi
{
    public static void MapPages(this IApiRoutes api)
    {
        api.Read("/pages", List, List).WithTags("Pages")
            .WithSummary("All pages").WithDescription("Every page in tree order, without bodies. Unpublished pages are listed too; their `routable` is false.")
            .Produces<PageList>();
        api.Read("/pages/{**route}", Show).WithTags("Pages")
            .WithSummary("One page").WithDescription("A page with its body, headings and links, by its route or one of its aliases; unpublished pages are listed, but cannot be read; upper and lower case are the same.")
            .Produces<PageDocument>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult List(HttpContext context, PublishedKnowledge knowledge)
    {
        // The route of the home page is a slash, so its address is the list's with a slash.
        if (context.Request.Path.Value!.EndsWith('/'))
            return Show("", knowledge);
        var snapshot = knowledge.Snapshot;
        return TypedResults.Ok(new PageList(snapshot.Version, [.. snapshot.Pages.Select(page => new PageEntry(page))]));
    }

    private static IResult Show([Description("The page's route without the slash at its beginning.")] string? route, PublishedKnowledge knowledge) =>
        Find(knowledge.Snapshot.Routes, "/" + route) is { } page
            ? TypedResults.Ok(new PageDocument(page))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: "There is no page to read at this route.");

    private static Page? Find(RouteTable routes, string route)
    {
        // Routing has decoded everything but slashes.
        var asked = route.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return routes.FindPage(asked) ?? (routes.Find(asked) is RouteMatch.Moved moved ? routes.FindPage(Uri.UnescapeDataString(moved.Target)) : null);
    }
}

/// <summary>The pages of one edition.</summary>
internal sealed record PageList(string Version, ImmutableArray<PageEntry> Pages);
