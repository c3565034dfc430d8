using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Status;

/// <summary>
/// <c>/status</c>: how the site is doing, for whoever has the key; JSON for programs that accept it, a page for people. Without a configured key it does
/// not exist, and a page of the content may have its address. With one, <c>/metrics</c> asks for it too.
/// </summary>
internal static class StatusSetup
{
    public const string Path = "/status";

    public static void AddStatus(this IServiceCollection services)
    {
        services.AddOptions<StatusOptions>().BindConfiguration(StatusOptions.Section).Check(status => status.Problem);
        services.AddSingleton(provider => new FindingsShown(provider.GetRequiredService<IOptions<StatusOptions>>().Value.IsOn));
    }

    public static void UseStatusKey(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (!path.StartsWithSegments(Path) && !path.StartsWithSegments("/metrics"))
            return next(context);
        var options = context.RequestServices.GetRequiredService<IOptions<StatusOptions>>().Value;
        if (!options.IsOn || StatusKey.IsGivenBy(context.Request, options.Key!))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = StatusKey.Challenge;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    });

    /// <param name="app">The site.</param>
    /// <param name="page">Shows the status to people.</param>
    public static void MapStatus(this WebApplication app, Func<SiteStatus, IResult> page)
    {
        if (string.IsNullOrEmpty(app.Configuration[$"{StatusOptions.Section}:{nameof(StatusOptions.Key)}"]))
            return;
        app.MapReading(Path, (context, knowledge) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Vary = "Accept";
            var status = SiteStatus.Of(knowledge, context.RequestServices.GetRequiredService<KnowledgePublisher>(), context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            return context.Request.Headers.Accept.Any(accepted => accepted?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true) ? TypedResults.Ok(status) : page(status);
        });
    }
}
