using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Publishing;

internal static class PublishingSetup
{
    private const string ReadyTag = "ready";

    // Whoever waits for the end of the program, such as a container engine, waits some 10 s before it kills.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(4);

    private static readonly HttpMethodMetadata Reading = new([HttpMethods.Get, HttpMethods.Head]);

    public static void AddPublishing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var start = new StartPhase();
        services.AddSingleton(start);
        // A start that fails is told in one sentence; the host would log where in the framework it failed.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && start.IsOver);
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section).Check(content => content.Problem);
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).Check(site => site.Problem);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<KnowledgePublisher>();
        services.AddHostedService<ContentWatcher>();
        services.AddHostedService<MemoryAfterBuild>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
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

    /// <summary>Checks every setting, before any of them is used.</summary>
    /// <exception cref="OptionsValidationException">One is wrong.</exception>
    /// <exception cref="ContentRefusedException">There is no content folder.</exception>
    public static void CheckSettings(this WebApplication app)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        _ = app.Services.GetRequiredService<KnowledgePublisher>().Location;
    }

    /// <summary>Begins to make the first edition, while the site is put together and starts to listen: neither has to wait for the other.</summary>
    public static Task BeginFirstEdition(this WebApplication app)
    {
        var publisher = app.Services.GetRequiredService<KnowledgePublisher>();
        return Task.Run(() => publisher.PublishAsync(app.Lifetime.ApplicationStopping));
    }

    /// <summary>Runs the site: it listens, and answers "starting" until the first edition is published.</summary>
    /// <param name="app">The site.</param>
    /// <param name="first">The first edition, which is being made.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="ContentRefusedException">The folder has no pages.</exception>
    public static async Task<int> ServeAsync(this WebApplication app, Task first)
    {
        try
        {
            await app.StartAsync();
            app.Services.GetRequiredService<StartPhase>().IsOver = true;
            await first;
        }
        catch (ContentRefusedException)
        {
            await app.StopAsync();
            throw;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to end before the first edition was there.
        }
        await app.WaitForShutdownAsync();
        return ExitCodes.Success;
    }
}

/// <summary>How the program ends; the same numbers as the command line's.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    public const int Unhealthy = 1;

    /// <summary>A setting is wrong, or the content folder has no pages.</summary>
    public const int Refused = 2;
}
