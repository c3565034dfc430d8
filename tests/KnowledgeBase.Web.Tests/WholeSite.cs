using System.Net;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests;

/// <summary>Reads a whole site as a patient visitor would, and says what is wrong with it.</summary>
internal static class WholeSite
{
    public static async Task<IReadOnlyList<string>> ProblemsOfAsync(Site site)
    {
        var visitor = site.Visitor();
        var snapshot = site.Services.GetRequiredService<KnowledgePublisher>().Current!.Snapshot;
        var problems = new List<string>();
        var pages = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        foreach (var page in snapshot.Pages.Where(page => page is { IsRoutable: true, Redirect: null }))
        {
            var response = await visitor.GetAsync(Encoded(page.Route));
            if (response.StatusCode != HttpStatusCode.OK)
            {
                problems.Add($"{page.Route}: {(int)response.StatusCode}");
                continue;
            }
            var document = await Site.ParseAsync(response);
            pages[page.Route] = document;
            if (document.QuerySelectorAll("main > h1, .cover > h1") is not [var title] || !title.TextContent.StartsWith(page.Title, StringComparison.Ordinal))
                problems.Add($"{page.Route}: its h1 is not '{page.Title}'");
            foreach (var twice in document.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).GroupBy(id => id).Where(group => group.Count() > 1))
                problems.Add($"{page.Route}: the id '{twice.Key}' stands there twice");
        }
        problems.AddRange(pages.GroupBy(page => page.Value.Title).Where(group => group.Count() > 1).Select(group => $"{group.Key}: the title of {group.Count()} pages"));
        // What the content itself links wrongly is told to its author as a diagnostic; everything else has to lead somewhere.
        var broken = snapshot.Pages.SelectMany(page => page.Links.Where(link => link.IsBroken).Select(link => (page.Route, link.Href))).ToHashSet();
        foreach (var (route, document) in pages)
            foreach (var href in document.QuerySelectorAll("a[href], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).Distinct())
                if (!broken.Contains((route, href)) && await ProblemOfAsync(visitor, pages, route, href) is { } problem)
                    problems.Add($"{route}: {href} {problem}");
        return problems;
    }

    private static async Task<string?> ProblemOfAsync(HttpClient visitor, Dictionary<string, IHtmlDocument> pages, string route, string href)
    {
        var target = new Uri(new Uri("http://localhost" + Encoded(route)), href);
        if (target.Host != "localhost" || target.Scheme is not "http")
            return null;
        var path = Uri.UnescapeDataString(target.AbsolutePath);
        if (!pages.TryGetValue(path, out var document))
        {
            var response = await visitor.GetAsync(target.PathAndQuery);
            if ((int)response.StatusCode is not (200 or (>= 300 and < 400)))
                return $"gives {(int)response.StatusCode}";
            if (response.StatusCode == HttpStatusCode.OK || response.Headers.Location is not { IsAbsoluteUri: false } location || !pages.TryGetValue(Uri.UnescapeDataString(location.OriginalString), out document))
                return null;
        }
        var fragment = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        return fragment.Length == 0 || document.GetElementById(fragment) is not null ? null : "leads to no such place";
    }

    private static string Encoded(string route) => string.Join('/', route.Split('/').Select(Uri.EscapeDataString));
}
