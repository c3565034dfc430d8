using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace KnowledgeBase.Web.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Prometheus_reads_editions_builds_and_requests_where_it_is_configured()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, configure: builder => builder.UseSetting("Metrics:Prometheus", "true"));
        await site.ReadAsync("/?q=secretwords");

        var text = await site.Visitor().GetStringAsync("/metrics");

        Assert.Matches("(?m)^knowledgebase_edition_pages\\S* 1\\b", text);
        Assert.Contains("knowledgebase_build_duration_seconds_count", text);
        Assert.Contains("http_server_request_duration_seconds_count", text);
        Assert.DoesNotContain("secretwords", text);
    }

    [Fact]
    public async Task Without_the_setting_there_are_no_metrics()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/metrics")).StatusCode);
    }

    [Fact]
    public async Task With_a_status_key_metrics_ask_for_it_too()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, configure: builder => builder.UseSetting("Metrics:Prometheus", "true").UseSetting("Status:Key", "a-long-enough-key-for-tests"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Visitor().GetAsync("/metrics")).StatusCode);
    }
}
