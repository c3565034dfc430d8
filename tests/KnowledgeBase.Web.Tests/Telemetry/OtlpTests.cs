using System.Net;
using System.Text;
using KnowledgeBase.Web.Tests.Publishing;

namespace KnowledgeBase.Web.Tests.Telemetry;

/// <summary>What leaves the site for a collector, seen from the collector.</summary>
public sealed class OtlpTests
{
    private const string Searched = "zanzibar-search-words";
    private const string Pasted = "zanzibar-host-name";
    private const string Client = "203.0.113.77";

    [Fact]
    public async Task A_collector_gets_metrics_and_traces_and_nothing_of_what_visitors_wrote_or_who_they_are()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var site = await SiteProcess.RunInAsync(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            },
            Path.Combine(Repository.Root, "content"), "--Proxies:Trusted=127.0.0.1");
        using var client = new HttpClient { BaseAddress = site.Address, DefaultRequestHeaders = { { "X-Forwarded-For", Client }, { "User-Agent", "zanzibar-browser" } } };

        foreach (var address in (string[])["/", "/search?q=", "/api/v1/search?q=", "/api/v1/suggest?q=", "/issues?q="])
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address + (address.EndsWith('=') ? Searched : ""), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/nowhere", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/troubleshoot/network/symptom", Token)).StatusCode);
        using var paste = new StringContent($"NAME={Pasted}\nID=centos\nVERSION_ID=7\n", Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/api/v1/troubleshoot/network/evidence", paste, Token)).StatusCode);
        string[] metrics = ["knowledgebase.edition.pages", "knowledgebase.edition.age", "knowledgebase.build.duration", "knowledgebase.search.duration", "knowledgebase.troubleshoot.outcomes", "http.server.request.duration"];
        string[] traces = ["build", "search", "GET /search", "POST /api/v1/troubleshoot/{topic}/evidence", "GET /{**path}"];
        foreach (var name in metrics)
            await LiveSite.UntilAsync(() => Task.FromResult(Has("metrics", name)), $"No metric {name} is exported.");
        foreach (var name in traces)
            await LiveSite.UntilAsync(() => Task.FromResult(Has("traces", name)), $"No trace {name} is exported.");
        var (code, _) = await site.StopAsync();
        Assert.Equal(0, code);

        foreach (var secret in (string[])["zanzibar", Client, "CfDJ8", "/nowhere"])
            Assert.False(Has("metrics", secret) || Has("traces", secret), secret);

        bool Has(string signal, string text) => collector.Of(signal).Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
