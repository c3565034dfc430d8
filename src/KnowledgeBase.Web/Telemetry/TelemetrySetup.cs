using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KnowledgeBase.Web.Telemetry;

/// <summary>
/// Measurements for whoever runs the site, off unless asked for: <c>/metrics</c> for Prometheus by the setting <c>Metrics:Prometheus</c>, metrics and traces
/// over OTLP by OpenTelemetry's own environment variables (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin).
/// </summary>
internal static class TelemetrySetup
{
    internal const string Prometheus = "Metrics:Prometheus";
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] CollectorAddresses = [Otlp, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];
    private static readonly string[] CollectorProtocols = ["OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"];

    // The framework's: requests and connections, without the text of addresses.
    private static readonly string[] Meters = [SiteMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddSingleton<SiteMetrics>();
        // The slim host writes for people, whatever is configured.
        builder.Services.Configure<ConsoleLoggerOptions>(configuration.GetSection("Logging:Console"));
        var (scraped, sent) = (configuration.GetValue<bool>(Prometheus), UsesOtlp(configuration));
        if (!scraped && !sent)
            return;
        CheckCollector(configuration);
        AddExporters(builder.Services, scraped, sent);
    }

    /// <summary>On its own, so that a site that is not measured does not load the libraries for it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddExporters(IServiceCollection services, bool scraped, bool sent)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("knowledgebase", serviceVersion: typeof(SiteMetrics).Assembly.GetName().Version?.ToString(3)));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters);
            if (scraped)
                metrics.AddPrometheusExporter();
            if (sent)
                metrics.AddOtlpExporter();
        });
        if (sent)
            telemetry.WithTracing(traces => traces.AddSource(SiteMetrics.Name, "Microsoft.AspNetCore").AddOtlpExporter());
    }

    /// <summary><c>/metrics</c>, where it is asked for.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (app.Configuration.GetValue<bool>(Prometheus))
            app.MapPrometheusScrapingEndpoint();
    }

    /// <summary>The exporter would take its own address for one that it cannot read, and nobody would know.</summary>
    private static void CheckCollector(ConfigurationManager configuration)
    {
        foreach (var name in CollectorAddresses)
            if (configuration[name] is { Length: > 0 } address && !(Uri.TryCreate(address, UriKind.Absolute, out var collector) && collector.Scheme is "http" or "https"))
                throw Refused(name, address, "the collector's address, such as http://collector:4317");
        foreach (var name in CollectorProtocols)
            if (configuration[name] is { Length: > 0 } protocol and not ("grpc" or "http/protobuf"))
                throw Refused(name, protocol, "grpc or http/protobuf");
    }

    private static OptionsValidationException Refused(string name, string value, string needed) => new(name, typeof(string), [$"{name} is '{value}'; set it to {needed}."]);

    private static bool UsesOtlp(ConfigurationManager configuration) => Array.Exists(CollectorAddresses, name => !string.IsNullOrEmpty(configuration[name]));
}
