using System.Globalization;
using System.Xml.Linq;
using KnowledgeBase.Content;
using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Issues;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Feeds;

/// <summary><c>/sitemap.xml</c>: the pages that readers are meant to find, with the dates that are certain (sitemaps.org).</summary>
internal static class Sitemap
{
    private static readonly XNamespace Name = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static string Write(PublishedKnowledge knowledge, string origin)
    {
        var pages = knowledge.Snapshot.Pages.Where(IsListed).DistinctBy(page => page.Route, StringComparer.Ordinal)
            .Select(page => Entry(origin + SiteAddress.Of(page), page.Date));
        if (knowledge.Snapshot.Issues.Length > 0 && knowledge.Snapshot.Routes.FindPage(IssueListQuery.Path) is null)
            pages = pages.Append(Entry(origin + IssueListQuery.Path, null));
        return Xml.Text(new XElement(Name + "urlset", pages));
    }

    private static bool IsListed(Page page) => page is { IsRoutable: true, IsPublished: true, Redirect: null, ExternalUrl: null } && (page.IsVisible || page.Route == "/");

    private static XElement Entry(string address, GravDate? date) => new(Name + "url", new XElement(Name + "loc", address),
        date is { IsAmbiguous: false } certain ? new XElement(Name + "lastmod", certain.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null);
}
