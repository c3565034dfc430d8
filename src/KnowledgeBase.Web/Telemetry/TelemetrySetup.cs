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
    private const string Prometheus = "Metrics:Prometheus";
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // The framework's: requests and connections, without the text of addresses.
    private static readonly string[] Meters = [SiteMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSingleton<SiteMetrics>();
        var (scraped, sent) = (configuration.GetValue<bool>(Prometheus), UsesOtlp(configuration));
        if (!scraped && !sent)
            return;
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

    private static bool UsesOtlp(ConfigurationManager configuration) => !string.IsNullOrEmpty(configuration[Otlp])
        || !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"]) || !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"]);
}
