using System.Net;
using System.Xml.Linq;

namespace KnowledgeBase.Web.Tests;

/// <summary>Addresses and contents that once got a wrong answer.</summary>
public class OddRequestTests
{
    private const string Issue = "---\ntitle: Known issues\nroutes:\n  aliases: ['/old']\n---\n## Door squeaks\n\n**Fixed in:** 1\u00012\n\n**Problem:**\nIt does.\n";

    [Fact]
    public async Task A_control_character_in_an_issue_leaves_the_feed_readable()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "---\ntitle: Home\n---\n").With("02.docs/default.md", Issue);
        await using var site = new Site(content.Path);

        var feed = await site.Visitor().GetStringAsync("/issues.atom", TestContext.Current.CancellationToken);

        Assert.NotNull(XDocument.Parse(feed).Root);
    }

    [Theory]
    [InlineData("docs")]
    [InlineData("/docs/")]
    public async Task A_page_filter_is_understood_however_its_slashes_stand(string page)
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "---\ntitle: Home\n---\n").With("02.docs/default.md", Issue);
        await using var site = new Site(content.Path);

        var list = await site.ReadAsync("/issues?page=" + Uri.EscapeDataString(page));

        Assert.Equal("/docs", Assert.Single(list.QuerySelectorAll("input[name=page]")).GetAttribute("value"));
    }

    [Fact]
    public async Task The_API_decodes_a_path_once()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "---\ntitle: Home\n---\n").With("08.100%25/default.md", "---\ntitle: All\n---\n");
        await using var site = new Site(content.Path);

        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/api/v1/pages/100%2525", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Markdown_is_found_under_a_page_s_other_names()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "---\ntitle: Home\n---\n").With("02.docs/default.md", Issue);
        await using var site = new Site(content.Path);

        var answer = await site.Visitor().GetAsync("/old.md", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/docs.md"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Health_is_read_and_nothing_else()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "---\ntitle: Home\n---\n");
        await using var site = new Site(content.Path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await site.Visitor().PostAsync("/healthz/live", null, TestContext.Current.CancellationToken)).StatusCode);
    }
}
