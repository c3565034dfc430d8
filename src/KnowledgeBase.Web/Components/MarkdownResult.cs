using KnowledgeBase.Content;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Components;

/// <summary>A page as clean Markdown at its route with <c>.md</c>, for programs that read text.</summary>
internal static class MarkdownResult
{
    private const string Extension = ".md";
    private const string Home = "/index";

    /// <summary>Where a page stands as Markdown.</summary>
    public static string AddressOf(Page page) => (page.Route == "/" ? Home : SiteAddress.Of(page)) + Extension;

    /// <summary>The page that a path means, null for any other path.</summary>
    public static IResult? Of(HttpContext context, PublishedKnowledge knowledge, string path)
    {
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || path.EndsWith("/" + Extension, StringComparison.Ordinal))
            return null;
        if (Find(knowledge.Snapshot.Routes, path[..^Extension.Length]) is not { Redirect: null } page)
            return null;
        if (Uri.UnescapeDataString(AddressOf(page)) != path)
            return new Redirection(AddressOf(page), StatusCodes.Status301MovedPermanently);
        knowledge.Tag.Mark(context.Response);
        return knowledge.Tag.IsKnownTo(context.Request)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes([.. System.Text.Encoding.UTF8.GetBytes($"# {page.Title}\n\n"), .. page.Markdown.Span], "text/markdown; charset=utf-8");
    }

    /// <summary>The page at a route, also under its other names; the home page is called index.</summary>
    private static Page? Find(RouteTable routes, string route)
    {
        if (routes.FindPage(route) is null && route.Equals(Home, StringComparison.OrdinalIgnoreCase))
            return routes.FindPage("/");
        return routes.FindPage(route) ?? (routes.Find(route) is RouteMatch.Moved { Status: StatusCodes.Status301MovedPermanently } moved ? routes.FindPage(Uri.UnescapeDataString(moved.Target)) : null);
    }
}
