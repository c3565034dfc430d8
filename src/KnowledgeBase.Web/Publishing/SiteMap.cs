using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Web.Publishing;

/// <summary>How the pages of one edition lie to each other: above, before, after; and what each one is called. Immutable.</summary>
public sealed class SiteMap
{
    private readonly FrozenDictionary<string, ImmutableArray<SiteNode>> _trails;
    private readonly FrozenDictionary<string, int> _positions;
    private readonly FrozenDictionary<string, int> _issueCounts;
    private readonly ImmutableArray<Page> _readingOrder;
    private readonly PageTitles _titles;
    private readonly RouteTable _routes;
    private readonly FrozenSet<string> _incompleteFiles;

    public SiteMap(KnowledgeSnapshot snapshot)
    {
        Root = snapshot.Root;
        _routes = snapshot.Routes;
        Chapters = [.. snapshot.Root.Children.Where(node => node is { IsVisible: true, Href: not null } && node.Page?.Route != "/")];
        _trails = Trails(snapshot.Root, []).DistinctBy(trail => trail.Route, StringComparer.Ordinal)
            .ToFrozenDictionary(trail => trail.Route, trail => trail.Above, StringComparer.Ordinal);
        _readingOrder = [.. VisiblePages(snapshot.Root)];
        _positions = _readingOrder.Index().ToFrozenDictionary(page => page.Item.Route, page => page.Index, StringComparer.Ordinal);
        _issueCounts = snapshot.Issues.CountBy(issue => issue.Page).ToFrozenDictionary(StringComparer.Ordinal);
        _incompleteFiles = snapshot.Diagnostics.Where(diagnostic => diagnostic.Code == DiagnosticCodes.PageCut || diagnostic.Code == DiagnosticCodes.PageTooComplex)
            .Select(diagnostic => diagnostic.Location.File).ToFrozenSet(StringComparer.Ordinal);
        _titles = new PageTitles(snapshot.Pages.Where(page => page.IsRoutable), page => [.. Above(page).Select(node => node.Label)]);
    }

    public SiteNode Root { get; }

    /// <summary>The parts of the site that stand first in navigation, the home page left out.</summary>
    public ImmutableArray<SiteNode> Chapters { get; }

    /// <summary>The folders above a page, the topmost first.</summary>
    public ImmutableArray<SiteNode> Above(Page page) => _trails.GetValueOrDefault(page.Route, []);

    /// <summary>The page before it in navigation.</summary>
    public Page? Before(Page page) => Neighbour(page, -1);

    /// <summary>The page after it in navigation.</summary>
    public Page? After(Page page) => Neighbour(page, 1);

    /// <summary>The page's title, with what tells it from others of the same title.</summary>
    public string TitleOf(Page page) => _titles.Of(page);

    /// <summary>A short name for the page at a route in a list of pages: of "Known Issues: Network" only what differs; the route itself where there is no page.</summary>
    public string NameOf(string route)
    {
        if (_routes.FindPage(route) is not { } page)
            return route;
        var title = TitleOf(page);
        return title.StartsWith(page.Title + ": ", StringComparison.Ordinal) ? title[(page.Title.Length + 2)..] : title;
    }

    /// <summary>The title of the page at a route among pages of all kinds; the route itself where there is no page.</summary>
    public string FullNameOf(string route) => _routes.FindPage(route) is { } page ? TitleOf(page) : route;

    /// <summary>When the page at a route was last changed; null where it does not say.</summary>
    public GravDate? DateOf(string route) => _routes.FindPage(route)?.Date;

    /// <summary>Whether a part of the page could not be compiled: it was cut, or is shown as its source.</summary>
    public bool IsIncomplete(Page page) => _incompleteFiles.Contains(page.File);

    public int IssuesOf(Page page) => _issueCounts.GetValueOrDefault(page.Route);

    private Page? Neighbour(Page page, int step) =>
        _positions.TryGetValue(page.Route, out var position) && position + step is var index && index >= 0 && index < _readingOrder.Length ? _readingOrder[index] : null;

    private static IEnumerable<(string Route, ImmutableArray<SiteNode> Above)> Trails(SiteNode node, ImmutableArray<SiteNode> above)
    {
        foreach (var child in node.Children)
        {
            if (child.Page is { IsRoutable: true } page)
                yield return (page.Route, above);
            foreach (var below in Trails(child, above.Add(child)))
                yield return below;
        }
    }

    private static IEnumerable<Page> VisiblePages(SiteNode root)
    {
        var pages = root.Children.Where(node => node.IsVisible).SelectMany(node =>
            VisiblePages(node).Prepend(node.Page).OfType<Page>().Where(page => page is { IsRoutable: true, ExternalUrl: null, Redirect: null }));
        return pages.DistinctBy(page => page.Route, StringComparer.Ordinal);
    }
}
