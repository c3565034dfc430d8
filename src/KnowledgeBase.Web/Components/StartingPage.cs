using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.StaticAssets;

namespace KnowledgeBase.Web.Components;

/// <summary>
/// What everybody gets until the first edition is published: 503, a page without data for people, <c>Retry-After</c> for machines. Health, telemetry and the
/// site's own files answer all the same.
/// </summary>
internal static class StartingPage
{
    private const string RetryAfterSeconds = "2";

    internal static readonly string Html = $"""
        <!DOCTYPE html>
        <html lang="{Words.Language}" dir="{Words.Direction}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <meta name="robots" content="noindex">
          <title>{Words.StartingTitle}</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/site.css">
          <script src="/theme.js"></script>
        </head>
        <body>
        <div class="page">
          <div class="col">
            <main id="main" tabindex="-1">
              <h1>{Words.StartingTitle}</h1>
              <p class="lead">{Words.StartingAdvice}</p>
              <ul class="links">
                <li><a href="">{Words.TryAgain}</a></li>
              </ul>
            </main>
          </div>
        </div>
        </body>
        </html>
        """;

    public static void UseStartingPage(this IApplicationBuilder app) => app.Use((context, next) => context.RequestServices.GetRequiredService<KnowledgePublisher>() switch
    {
        { Current: null } when NeedsKnowledge(context) => WriteAsync(context),
        { Current.IsSearchable: false, Build: var build } when Marks<NeedsIndex>(context) => WaitAsync(build, context, next),
        _ => next(context),
    });

    /// <summary>Waits for the first index, and takes no thread meanwhile.</summary>
    private static async Task WaitAsync(Task build, HttpContext context, RequestDelegate next)
    {
        await build.WaitAsync(context.RequestAborted);
        await next(context);
    }

    private static bool NeedsKnowledge(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/healthz") && !context.Request.Path.StartsWithSegments("/metrics") && !Marks<StaticAssetDescriptor>(context);

    private static bool Marks<TMark>(HttpContext context)
        where TMark : class => context.GetEndpoint()?.Metadata.GetMetadata<TMark>() is not null;

    private static Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        context.Response.Headers.CacheControl = "no-store";
        // The API's errors have a form of their own, written by whoever sees a failure without a body.
        if (context.Request.Path.StartsWithSegments("/api"))
            return Task.CompletedTask;
        context.Response.ContentType = "text/html; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(Html, context.RequestAborted);
    }
}
