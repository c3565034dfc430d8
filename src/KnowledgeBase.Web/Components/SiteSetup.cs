using KnowledgeBase.Content;
using KnowledgeBase.Web.Components.Author;
using KnowledgeBase.Web.Components.Pages.Article;
using KnowledgeBase.Web.Components.Pages.Home;
using KnowledgeBase.Web.Components.Pages.Issues;
using KnowledgeBase.Web.Components.Pages.Keyboard;
using KnowledgeBase.Web.Components.Pages.NotFound;
using KnowledgeBase.Web.Components.Pages.Search;
using KnowledgeBase.Web.Components.Pages.Status;
using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Issues;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Search;
using KnowledgeBase.Web.Status;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components;

/// <summary>The pages of the content: every path that nothing else answers is looked up in the edition's route table.</summary>
internal static class SiteSetup
{
    // Asked for each time; who comes back within a minute sees at once what there was, and the next time what there is.
    private const string CacheControl = "max-age=0, stale-while-revalidate=60";

    public static void AddSite(this IServiceCollection services)
    {
        services.AddScoped<NavigationManager, PageNavigation>();
        services.AddSingleton<IComponentActivator, ComponentActivator>();
        services.AddSingleton<SiteFiles>();
        services.AddSingleton<WizardServices>();
    }

    public static void MapSite(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapReading(IssueListQuery.Path, ShowIssues);
        endpoints.MapReading(SearchPageQuery.Path, ShowResults).WithMetadata(NeedsIndex.Mark);
        endpoints.MapReading(KeyboardPage.Path, ShowKeys);
        endpoints.MapReading("/{**path}", Answer);
    }

    /// <summary>The status as a page.</summary>
    public static IResult ShowStatus(SiteStatus status) => new PageResult<StatusPage>(new Dictionary<string, object?> { [nameof(StatusPage.Status)] = status });

    private static IResult ShowIssues(HttpContext context, PublishedKnowledge knowledge) =>
        Show<IssuesPage>(context, knowledge, new() { [nameof(IssuesPage.Query)] = IssueListQuery.Read(context.Request.Query) });

    private static IResult ShowResults(HttpContext context, PublishedKnowledge knowledge) =>
        Show<SearchPage>(context, knowledge, new() { [nameof(SearchPage.Query)] = SearchPageQuery.Read(context.Request.Query) });

    private static IResult ShowKeys(HttpContext context, PublishedKnowledge knowledge) => Show<KeyboardPage>(context, knowledge, []);

    private static IResult Answer(HttpContext context, PublishedKnowledge knowledge)
    {
        var path = context.Request.Path.Value is { Length: > 0 } asked ? asked : "/";
        return knowledge.Snapshot.Routes.Find(path) switch
        {
            RouteMatch.Found { Page: { Route: "/" } home } => Show<HomePage>(context, knowledge, new() { [nameof(HomePage.Page)] = home }),
            RouteMatch.Found found => Show<ArticlePage>(context, knowledge, new() { [nameof(ArticlePage.Page)] = found.Page }),
            RouteMatch.Moved moved => new Redirection(SiteAddress.OfRedirect(moved.Target, context.Request.QueryString), moved.Status),
            RouteMatch.Media media => AuthorsFileResult.Of(context, knowledge.Folder, media.File) ?? Missing(path),
            _ when MarkdownResult.Of(context, knowledge, path) is { } markdown => markdown,
            _ when path == "/" => Show<HomePage>(context, knowledge, []),
            _ => Missing(path),
        };
    }

    /// <summary>A reading page: the same for everybody, so that caches may keep it and visitors need not load it twice.</summary>
    private static IResult Show<TPage>(HttpContext context, PublishedKnowledge knowledge, Dictionary<string, object?> parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        knowledge.Tag.Mark(context.Response);
        if (!context.RequestServices.GetRequiredService<AuthorMode>().IsOn)
            context.Response.Headers.CacheControl = CacheControl;
        return knowledge.Tag.IsKnownTo(context.Request)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : new PageResult<TPage>(parameters);
    }

    private static PageResult<NotFoundPage> Missing(string path) =>
        new(new Dictionary<string, object?> { [nameof(NotFoundPage.Path)] = path }) { StatusCode = StatusCodes.Status404NotFound };
}
