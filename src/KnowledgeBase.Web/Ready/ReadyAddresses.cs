using System.Collections.Frozen;
using KnowledgeBase.Content;
using KnowledgeBase.Web.Components.Pages.Keyboard;
using KnowledgeBase.Web.Issues;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Ready;

/// <summary>
/// The addresses of an edition that answer the same to everybody: pages, their Markdown, feeds, the lists of the API. Only an address exactly as the site
/// itself writes it is one, so that nobody can fill the memory with other ways to write it.
/// </summary>
internal sealed class ReadyAddresses(KnowledgeSnapshot snapshot)
{
    private const string Markdown = ".md";
    private const string PagesApi = "/api/v1/pages";

    private static readonly string[] Rare = [KeyboardPage.Path, PagesApi, "/api/v1/issues"];

    // Programs fetch them now and then, and can wait until they are made and compressed; some load libraries that nothing else needs.
    private static readonly string[] Feeds = ["/robots.txt", "/sitemap.xml", "/issues.atom", "/llms.txt"];

    private static readonly FrozenSet<string> Fixed = Rare.Concat(Feeds).Concat(["/", IssueListQuery.Path, "/index.md", PagesApi + "/"]).ToFrozenSet(StringComparer.Ordinal);

    public bool Holds(string path) => Fixed.Contains(path) || IsRoute(path)
        || (path.EndsWith(Markdown, StringComparison.Ordinal) && IsRoute(path[..^Markdown.Length]))
        || (path.StartsWith(PagesApi + "/", StringComparison.Ordinal) && IsRoute(path[PagesApi.Length..]));

    /// <summary>What is worth being made before anybody asks: home, known issues, then the pages as they stand in navigation.</summary>
    public IEnumerable<string> ByWish()
    {
        var issues = snapshot.Issues.Select(issue => issue.Page).Distinct(StringComparer.Ordinal).ToList();
        var pages = snapshot.Pages.Where(page => page is { IsRoutable: true, Redirect: null }).Select(page => page.Route);
        return Enumerable.Concat(["/", IssueListQuery.Path, .. issues], pages).Concat(Rare).Distinct(StringComparer.Ordinal).Where(Holds);
    }

    private bool IsRoute(string path) => snapshot.Routes.FindPage(path) is Page page && page.Route == path;
}
