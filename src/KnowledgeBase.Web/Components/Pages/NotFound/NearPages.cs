using System.Collections.Immutable;
using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components.Pages.NotFound;

/// <summary>
/// The pages that somebody who typed a wrong address most likely meant: those whose route is spelled alike, or shares its parts. Parts count by
/// themselves, because pages move between folders more often than they change their name.
/// </summary>
internal static class NearPages
{
    private const int Most = 5;
    private const double LeastLikeness = 0.45;

    /// <summary>Where one page is clearly meant, its distant relatives would only hide it.</summary>
    private const double LeastOfBest = 0.7;

    /// <summary>Longer addresses are no typing errors, and comparing them would cost time on every request.</summary>
    private const int LongestPath = 160;

    public static ImmutableArray<Page> Find(string path, IEnumerable<Page> pages)
    {
        if (path.Length > LongestPath)
            return [];
        var asked = Parts(path);
        var alike = pages.Where(page => page is { IsRoutable: true, IsVisible: true, Route.Length: <= LongestPath })
            .Select(page => (Page: page, Likeness: Likeness(asked, Parts(page.Route))))
            .Where(candidate => candidate.Likeness >= LeastLikeness)
            .OrderByDescending(candidate => candidate.Likeness).ThenBy(candidate => candidate.Page.Route, StringComparer.Ordinal)
            .Take(Most).ToList();
        return [.. alike.Where(candidate => candidate.Likeness >= alike[0].Likeness * LeastOfBest).Select(candidate => candidate.Page)];
    }

    /// <summary>0 to 1: how much of both routes is found in the other, part by part.</summary>
    private static double Likeness(string[] asked, string[] route)
    {
        if (asked.Length == 0 || route.Length == 0)
            return 0;
        return (asked.Sum(part => Best(part, route)) + route.Sum(part => Best(part, asked))) / (asked.Length + route.Length);
    }

    private static double Best(string part, string[] others) => others.Max(other => Likeness(part, other));

    /// <summary>1 for equal words; less than half alike is not alike at all.</summary>
    private static double Likeness(string left, string right)
    {
        var likeness = 1 - ((double)EditDistance.Between(left, right) / Math.Max(left.Length, right.Length));
        return likeness > 0.5 ? likeness : 0;
    }

    private static string[] Parts(string path) => path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
}
