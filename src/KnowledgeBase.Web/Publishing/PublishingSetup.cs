using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Publishing;

internal static class PublishingSetup
{
    private const string ReadyTag = "ready";

    private static readonly HttpMethodMetadata Reading = new([HttpMethods.Get, HttpMethods.Head]);

    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section);
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<KnowledgePublisher>();
        services.AddScoped(provider =>
            provider.GetRequiredService<KnowledgePublisher>().Current ?? throw new InvalidOperationException("A request was served before the first edition was published."));
        services.AddHealthChecks().AddCheck<KnowledgeHealthCheck>("knowledge", tags: [ReadyTag]);
    }

    /// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: there is something to read.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(Reading);
        endpoints.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) }).WithMetadata(Reading);
    }

    /// <summary>Publishes the first edition; false, with one sentence on standard error, where there is no content to publish.</summary>
    public static async Task<bool> PublishContentAsync(this WebApplication app)
    {
        try
        {
            if (app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Problem is { } problem)
                throw new ContentRefusedException(problem);
            await app.Services.GetRequiredService<KnowledgePublisher>().PublishAsync(app.Lifetime.ApplicationStopping);
            return true;
        }
        catch (ContentRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return false;
        }
    }
}

/// <summary>How the program ends; the same numbers as the command line's.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    public const int Unhealthy = 1;

    public const int NoContent = 2;
}
