using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Status;

public sealed class StatusTests
{
    private const string Key = "a-long-enough-key-for-tests";

    [Fact]
    public async Task Without_a_configured_key_there_is_no_status()
    {
        using var content = Content();
        await using var site = new Site(content.Path);

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(site, new("Bearer", ""))).StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Bearer", "wrong")]
    [InlineData("Bearer", "a-long-enough-key-for-test")]
    [InlineData("Basic", "bm9ib2R5Ondyb25n")]
    [InlineData("Basic", "%%%")]
    [InlineData("Digest", Key)]
    public async Task Without_the_right_key_nothing_is_said(string? scheme, string? value)
    {
        using var content = Content();
        await using var site = Keyed(content);

        var response = await AskAsync(site, scheme is null ? null : new(scheme, value));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_key_in_the_address_does_not_count()
    {
        using var content = Content();
        await using var site = Keyed(content);

        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Visitor().GetAsync("/status?key=" + Key)).StatusCode);
    }

    [Fact]
    public async Task A_program_reads_edition_findings_and_builds()
    {
        using var content = Content();
        await using var site = Keyed(content);
        await site.Visitor().GetAsync("/");
        content.With("pages/02.page/default.md", "---\ntitle: Page\n---\n[x](nowhere)\n");
        var publisher = site.Services.GetRequiredService<KnowledgePublisher>();
        await publisher.RefreshAsync(CancellationToken.None);
        Directory.Move(Path.Combine(content.Path, "pages"), Path.Combine(content.Path, "gone"));
        await publisher.RefreshAsync(CancellationToken.None);

        var response = await AskAsync(site, new("Bearer", Key), "application/json");
        using var status = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var root = status.RootElement;

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal((publisher.Current!.Snapshot.Version, 2, 1), (root.GetProperty("version").GetString(), root.GetProperty("pages").GetInt32(), root.GetProperty("errors").GetInt32()));
        Assert.Equal("02.page/default.md", root.GetProperty("diagnostics")[0].GetProperty("file").GetString());
        Assert.Equal(3, root.GetProperty("builds").GetArrayLength());
        Assert.Contains("is gone", root.GetProperty("builds")[0].GetProperty("problem").GetString());
        Assert.Null(root.GetProperty("builds")[1].GetProperty("problem").GetString());
    }

    [Fact]
    public async Task A_person_with_the_key_as_a_password_reads_a_page()
    {
        using var content = Content();
        await using var site = Keyed(content);

        var page = await Site.ParseAsync(await AskAsync(site, new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("operator:" + Key))), "text/html"));

        Assert.Equal("How the site is doing", page.QuerySelector("main h1")!.TextContent);
        Assert.Contains("2 pages", page.QuerySelector("main .lead")!.TextContent);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_page_shows_what_is_worst_first_and_says_why_the_last_edition_stays()
    {
        using var content = Content().With("pages/02.page/default.md", "---\ntitle: Page\ndate: 31-02-2024\n---\n[x](nowhere)\n");
        await using var site = Keyed(content);
        await site.Visitor().GetAsync("/");
        Directory.Move(Path.Combine(content.Path, "pages"), Path.Combine(content.Path, "gone"));
        await site.Services.GetRequiredService<KnowledgePublisher>().RefreshAsync(CancellationToken.None);

        var page = await Site.ParseAsync(await AskAsync(site, new("Bearer", Key)));

        Assert.Equal(["error KB140", "warning KB121"], page.QuerySelectorAll("main li b").Select(heading => heading.TextContent));
        Assert.Matches("^The last edition stays: .* is gone\\.$", page.QuerySelector("main tbody tr td:last-child")!.TextContent);
    }

    private static ContentOnDisk Content() => new ContentOnDisk().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.page/default.md", "---\ntitle: Page\n---\nText.\n");

    private static Site Keyed(ContentOnDisk content) => new(content.Path, configure: builder => builder.UseSetting("Status:Key", Key));

    private static Task<HttpResponseMessage> AskAsync(Site site, AuthenticationHeaderValue? key, string accept = "text/html")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/status") { Headers = { Authorization = key } };
        request.Headers.Accept.ParseAdd(accept);
        return site.Visitor().SendAsync(request);
    }
}
