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

    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddSettings<ContentOptions>(ContentOptions.Section, content => content.Problem);
        services.AddSettings<SiteOptions>(SiteOptions.Section, site => site.Problem);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<KnowledgePublisher>();
        services.AddHostedService<ContentWatcher>();
        services.AddHostedService<MemoryAfterStart>();
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

    /// <summary>
    /// Runs the site: settings are checked, then it listens, and answers "starting" until the first edition is published. Where it cannot start, one
    /// sentence on standard error says why.
    /// </summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            var publisher = app.Services.GetRequiredService<KnowledgePublisher>();
            _ = publisher.Location;
            await app.StartAsync();
            await publisher.PublishAsync(app.Lifetime.ApplicationStopping);
        }
        catch (Exception exception) when (SentenceFor(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            await app.StopAsync();
            return ExitCodes.NoContent;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to end before the first edition was there.
        }
        await app.WaitForShutdownAsync();
        return ExitCodes.Success;
    }

    /// <summary>What a stranger should read about a start that failed; null for a fault of ours.</summary>
    private static string? SentenceFor(Exception exception) => exception switch
    {
        ContentRefusedException => exception.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        AggregateException { InnerExceptions: var all } when all.All(one => one is OptionsValidationException) => string.Join(Environment.NewLine, all.Cast<OptionsValidationException>().SelectMany(one => one.Failures)),
        InvalidOperationException { InnerException: FormatException or ArgumentException } => exception.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => exception.Message,
        _ => null,
    };
}

/// <summary>How the program ends; the same numbers as the command line's.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    public const int Unhealthy = 1;

    public const int NoContent = 2;
}
