using System.Text;
using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Feeds;

/// <summary>What programs read instead of pages: which addresses there are, what changed, where the text is.</summary>
internal static class FeedsSetup
{
    public static void MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.Map("/robots.txt", "text/plain", RobotsFile.Write);
        endpoints.Map("/sitemap.xml", "application/xml", Sitemap.Write);
        endpoints.Map("/issues.atom", "application/atom+xml", IssueFeed.Write);
        endpoints.Map("/llms.txt", "text/plain", TextIndex.Write);
    }

    /// <param name="write">Of the edition and the site's scheme and host, the file.</param>
    private static void Map(this IEndpointRouteBuilder endpoints, string path, string type, Func<PublishedKnowledge, string, string> write) =>
        endpoints.MapReading(path, (context, knowledge) =>
        {
            knowledge.Tag.Mark(context.Response);
            return knowledge.Tag.IsKnownTo(context.Request)
                ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                : TypedResults.Text(write(knowledge, context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.Origin(context.Request)), type, Encoding.UTF8);
        });
}
