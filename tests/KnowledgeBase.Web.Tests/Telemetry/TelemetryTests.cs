using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

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

    [Theory]
    [InlineData("json")]
    [InlineData("systemd")]
    [InlineData("simple")]
    public async Task The_console_is_written_in_the_format_that_is_configured(string format)
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, configure: builder => builder.UseSetting("Logging:Console:FormatterName", format));

        Assert.Equal(format, site.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
        Assert.Contains(format, site.Services.GetServices<ConsoleFormatter>().Select(formatter => formatter.Name));
    }

    [Fact]
    public async Task Neither_traces_nor_logs_hold_what_was_searched_for_or_who_did()
    {
        var told = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "KnowledgeBase",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => told.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, configure: builder => builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Lines(told)).AddFilter("KnowledgeBase", LogLevel.Debug)));

        await site.Server.SendAsync(context =>
        {
            context.Request.Method = "GET";
            context.Request.Path = "/issues";
            context.Request.QueryString = new("?q=secretwords");
            context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("203.0.113.77");
        });

        // The line is written once the answer is on its way.
        for (var waited = 0; waited < 1200 && !told.Any(line => line.StartsWith("Debug: GET /issues", StringComparison.Ordinal)); waited++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Contains(told, line => line.StartsWith("Debug: GET /issues 200 ", StringComparison.Ordinal));
        Assert.DoesNotContain(told, line => line.Contains("secretwords", StringComparison.Ordinal) || line.Contains("203.0.113.77", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LogLevel.Debug, 3)]
    [InlineData(LogLevel.Information, 0)]
    public async Task A_request_is_one_line_for_whoever_debugs_and_an_edition_is_told_to_everybody(LogLevel level, int lines)
    {
        var told = new ConcurrentBag<string>();
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using (var site = new Site(content.Path, configure: builder => builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Lines(told)).AddFilter("KnowledgeBase", level))))
        {
            var visitor = site.Visitor();
            foreach (var address in (string[])["/no/one?a=b", "/no/two", "/api/v1/search?q=three"])
                using (await visitor.GetAsync(address, TestContext.Current.CancellationToken))
                    await Task.Yield();
            // A line is written once its answer is on its way.
            for (var waited = 0; waited < 1200 && told.Count(IsRequest) < lines; waited++)
                await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(lines, told.Count(IsRequest));
        Assert.All(told.Where(IsRequest), line => Assert.StartsWith("Debug: ", line));
        Assert.Contains(told, line => line.StartsWith("Information: ", StringComparison.Ordinal) && line.Contains("edition", StringComparison.OrdinalIgnoreCase));

        static bool IsRequest(string line) => ((string[])["/no/one", "/no/two", "/api/v1/search"]).Any(path => line.Contains(path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_trace_of_a_request_that_failed_is_named_after_its_route()
    {
        var traces = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = traces.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, services => services.AddScoped<PublishedKnowledge>(_ => throw new InvalidOperationException("broken")));

        using var asked = new Activity("asked").Start();
        var answer = await site.Server.SendAsync(context =>
        {
            context.Request.Method = "GET";
            context.Request.Path = "/search";
            context.Request.Headers.TraceParent = asked.Id;
        });

        Assert.Equal(500, answer.Response.StatusCode);
        for (var waited = 0; waited < 1200 && !traces.Any(trace => trace.TraceId == asked.TraceId); waited++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        var failed = Assert.Single(traces, trace => trace.TraceId == asked.TraceId);
        Assert.Equal(("GET /search", ActivityStatusCode.Error), (failed.DisplayName, failed.Status));
        Assert.Equal("/search", failed.GetTagItem("http.route"));
    }

    /// <summary>What the program logs, a line each.</summary>
    private sealed class Lines(ConcurrentBag<string> told) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => told.Add($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
