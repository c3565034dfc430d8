using System.Buffers;
using System.Collections.Immutable;
using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Ready;

/// <summary>
/// Makes an answer by asking the site itself, with a request that has nothing but scheme, host and path: whatever else a visitor sends can therefore not be
/// part of what others get.
/// </summary>
internal sealed class AnswerRendering(IServiceScopeFactory scopes)
{
    // The last steps of brotli take seconds for a long list, and minutes for thousands of pages after each save.
    private const int LongBytes = 256 * 1024;
    private const int VeryLongBytes = 2 * 1024 * 1024;
    private const int ManyPages = 1000;

    // What the answer gets anew, or what belongs to one request.
    private static readonly string[] Left = [HeaderNames.ETag, HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.Vary, HeaderNames.Date, HeaderNames.StrictTransportSecurity];

    private RequestDelegate? _site;

    /// <summary>The part of the site that answers; set once, when the site is put together.</summary>
    public void Ask(RequestDelegate site) => _site = site;

    /// <summary>The answer; null where there is none that everybody gets in this edition.</summary>
    public async Task<ReadyAnswer?> RenderAsync(PublishedKnowledge knowledge, string scheme, string host, string path)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = new WholeBody();
        var starting = new StartingResponse();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature());
        features.Set<IHttpResponseFeature>(starting);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body.Stream));
        var context = new DefaultHttpContext(features) { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = scheme;
        context.Request.Host = new HostString(host);
        context.Request.Path = new PathString(path);
        await (_site ?? throw new InvalidOperationException("The site is asked before it is put together."))(context);
        await context.Response.CompleteAsync();
        await starting.StartAsync();

        var headers = context.Response.Headers;
        // The edition's tag says both: the same for everybody, and of this edition.
        if (context.Response.StatusCode != StatusCodes.Status200OK || headers.ETag != knowledge.Tag.ToString() || headers.SetCookie.Count > 0)
            return null;
        ImmutableArray<KeyValuePair<string, StringValues>> kept = [.. headers.Where(header => !Left.Contains(header.Key, StringComparer.OrdinalIgnoreCase))];
        var bytes = body.Take().ToArray();
        return new ReadyAnswer(bytes, headers.ContentType, kept, Quality(bytes.Length, knowledge.Snapshot.Pages.Length));
    }

    private static int Quality(int bytes, int pages) => bytes > VeryLongBytes ? 5 : bytes > LongBytes || pages > ManyPages ? 9 : 11;
}
