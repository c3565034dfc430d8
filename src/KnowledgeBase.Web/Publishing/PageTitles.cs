using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// Titles that differ: where pages share one, as "Known Issues" does, the label of the folder above is added, then the ones above that, and last the
/// route. Somebody with ten tabs or a list of bookmarks can tell them apart. Immutable.
/// </summary>
internal sealed class PageTitles
{
    private readonly FrozenDictionary<string, string> _byRoute;

    public PageTitles(IEnumerable<Page> pages, Func<Page, ImmutableArray<string>> labelsAbove)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in pages.DistinctBy(page => page.Route, StringComparer.Ordinal).GroupBy(page => page.Title, StringComparer.OrdinalIgnoreCase))
            foreach (var (page, title) in Distinct([.. group], labelsAbove))
                titles.Add(page.Route, title);
        _byRoute = titles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string Of(Page page) => _byRoute.GetValueOrDefault(page.Route, page.Title);

    private static IEnumerable<(Page, string)> Distinct(ImmutableArray<Page> pages, Func<Page, ImmutableArray<string>> labelsAbove)
    {
        if (pages is [var single])
            return [(single, single.Title)];
        var named = pages.Select(page => (Page: page, Labels: labelsAbove(page))).ToList();
        var deepest = named.Max(page => page.Labels.Length);
        for (var depth = 1; depth <= deepest; depth++)
        {
            var titles = named.Select(page => (page.Page, Title: With(page.Page.Title, page.Labels, depth))).ToList();
            if (titles.DistinctBy(title => title.Title, StringComparer.OrdinalIgnoreCase).Count() == titles.Count)
                return titles;
        }
        return pages.Select(page => (page, $"{page.Title} ({page.Route})"));
    }

    private static string With(string title, ImmutableArray<string> labels, int depth) =>
        labels.IsEmpty ? title : $"{title}: {string.Join(" › ", labels.TakeLast(depth))}";
}
