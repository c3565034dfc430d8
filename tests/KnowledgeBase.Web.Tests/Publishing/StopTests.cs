using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KnowledgeBase.Web.Tests.Publishing;

/// <summary>The beginning and the end of a site's life, as whoever runs it sees them.</summary>
[Collection(Undisturbed.Name)]
public sealed class StopTests
{
    internal static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_site_that_is_told_to_end_does_so_in_time_though_clients_hold_their_connections()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = await SiteProcess.RunAsync(content.Path);
        using var idle = new TcpClient();
        await idle.ConnectAsync(site.Address.Host, site.Address.Port, TestContext.Current.CancellationToken);
        using var half = new TcpClient();
        await half.ConnectAsync(site.Address.Host, site.Address.Port, TestContext.Current.CancellationToken);
        await half.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: x\r\n"), TestContext.Current.CancellationToken);

        var (code, took) = await site.StopAsync();

        Assert.Equal(0, code);
        Assert.InRange(took, TimeSpan.Zero, Promised);
    }

    [Fact]
    public async Task A_site_that_is_busy_building_ends_in_time()
    {
        using var content = new ContentOnDisk();
        Large(content, "one");
        await using var site = await SiteProcess.RunAsync(content.Path);
        Large(content, "two");
        await Task.Delay(150, TestContext.Current.CancellationToken);

        var (code, took) = await site.StopAsync();

        Assert.Equal(0, code);
        Assert.InRange(took, TimeSpan.Zero, Promised);
    }

    [Fact]
    public async Task Before_the_first_edition_people_read_that_it_is_starting_and_machines_when_to_come_back()
    {
        using var content = new ContentOnDisk();
        Large(content, "one");
        await using var site = SiteProcess.Start(content.Path);
        await site.UntilAsync("/healthz/live", HttpStatusCode.OK);
        using var client = new HttpClient { BaseAddress = site.Address };

        var api = await client.GetAsync("/api/v1/pages", TestContext.Current.CancellationToken);
        var page = await client.GetAsync("/page1", TestContext.Current.CancellationToken);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(page.StatusCode == HttpStatusCode.OK && text.Contains("Heading 1 one", StringComparison.Ordinal), "The first edition was faster than the test.");
        var style = await client.GetAsync("/site.css", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("<h1>The handbook is being built</h1>", text);
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        await site.UntilAsync("/page1", HttpStatusCode.OK);
    }

    private static void Large(ContentOnDisk content, string word)
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(number => $"## Heading {number} {word}\n\nSome [words](#heading-1) with `code` and **weight**, <b>raw</b> and a list:\n\n* one\n* two\n\n"));
        for (var page = 0; page < 600; page++)
            content.With($"{page:000}.page{page}/default.md", $"---\ntitle: Page {page} {word}\n---\n{text}");
    }
}
