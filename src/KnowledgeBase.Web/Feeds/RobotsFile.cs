using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Feeds;

/// <summary><c>/robots.txt</c>: everything may be read; the API says nothing that pages do not.</summary>
internal static class RobotsFile
{
    public static string Write(PublishedKnowledge knowledge, string origin) => $"User-agent: *\nDisallow: /api/v1/\n\nSitemap: {origin}/sitemap.xml\n";
}
