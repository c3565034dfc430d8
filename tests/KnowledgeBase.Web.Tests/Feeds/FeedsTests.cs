using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting;

namespace KnowledgeBase.Web.Tests.Feeds;

public sealed class FeedsTests(Handbook handbook) : IClassFixture<Handbook>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_sitemap_lists_what_readers_can_find_with_certain_dates()
    {
        var map = XDocument.Parse(await ReadAsync("/sitemap.xml", "application/xml"));
        var entries = map.Root!.Elements(Sitemap + "url").ToDictionary(url => url.Element(Sitemap + "loc")!.Value, url => url.Element(Sitemap + "lastmod")?.Value);

        Assert.Equal("2024-02-13", entries["http://localhost/ropes"]);
        Assert.Null(entries["http://localhost/ropes/splices"]);
        Assert.Contains("http://localhost/", entries.Keys);
        Assert.Contains("http://localhost/g%C3%BCnstig%20%26%20gut", entries.Keys);
        Assert.Contains("http://localhost/issues", entries.Keys);
        Assert.DoesNotContain("http://localhost/draft", entries.Keys);
        Assert.DoesNotContain("http://localhost/moved", entries.Keys);
    }

    [Fact]
    public async Task Robots_are_told_where_the_sitemap_is()
    {
        var robots = await ReadAsync("/robots.txt", "text/plain");

        Assert.Contains("Sitemap: http://localhost/sitemap.xml", robots);
        Assert.Contains("Disallow: /api/", robots);
    }

    [Fact]
    public async Task The_feed_names_every_known_issue_the_newest_first()
    {
        var feed = XDocument.Parse(await ReadAsync("/issues.atom", "application/atom+xml")).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.Equal("Known issues – Harbour Manual", feed.Element(Atom + "title")!.Value);
        Assert.Equal("2024-02-13T00:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal(["Anchor drags", "Rope creaks", "Rope floats", "Rope breaks", "Rope fades"], entries.Select(entry => entry.Element(Atom + "title")!.Value));
        Assert.Equal("http://localhost/anchors/known-issues#anchor-drags", entries[0].Element(Atom + "id")!.Value);
        Assert.Equal("It slides.", entries[0].Element(Atom + "summary")!.Value);
        // The page of the others has no date; the oldest page is of 2019.
        Assert.All(entries.Skip(1), entry => Assert.StartsWith("2019-", entry.Element(Atom + "updated")!.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_feed_has_what_its_format_demands_with_issues_and_without(bool hasIssues)
    {
        using var content = new ContentOnDisk().With("pages/01.hull/docs.md", "---\ntitle: Hull\n---\n" + (hasIssues ? "## It leaks\n\n**Problem Statement:** Water.\n\n## It leaks\n\n**Problem Statement:** More & more <water>.\n" : "Wood.\n"));
        await using var site = new Site(content.Path);
        var feed = XDocument.Parse(await site.Visitor().GetStringAsync("/issues.atom")).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.Equal(hasIssues ? 2 : 0, entries.Count);
        // RFC 4287, 4.1.1 and 4.1.2: one of each; an author for the feed covers its entries; an entry without content has a link to what it is about.
        Assert.Equal((Atom + "feed", 1), (feed.Name, feed.Elements(Atom + "author").Elements(Atom + "name").Count(name => name.Value.Length > 0)));
        Assert.Equal("http://localhost/issues.atom", feed.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
        Assert.All(entries.Prepend(feed), Complete);
        Assert.All(entries, entry => Assert.Equal(entry.Element(Atom + "id")!.Value, entry.Elements(Atom + "link").Single(link => link.Attribute("rel") is null).Attribute("href")!.Value));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count());

        static void Complete(XElement element)
        {
            Assert.All((string[])["id", "title", "updated"], name => Assert.NotEmpty(Assert.Single(element.Elements(Atom + name)).Value));
            Assert.True(Uri.TryCreate(element.Element(Atom + "id")!.Value, UriKind.Absolute, out _));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", element.Element(Atom + "updated")!.Value);
        }
    }

    [Fact]
    public async Task The_text_index_leads_to_the_Markdown_of_every_page()
    {
        var index = await ReadAsync("/llms.txt", "text/plain");

        Assert.StartsWith("# Harbour Manual\n", index);
        Assert.Contains("- [Welcome aboard](http://localhost/index.md): Hello.", index);
        Assert.Contains("## Ropes\n\n- [Ropes](http://localhost/ropes.md)", index);
        Assert.DoesNotContain("Draft", index);
        Assert.DoesNotContain("/moved", index);
    }

    [Theory]
    [InlineData("/index.md", "# Welcome aboard\n\nHello.")]
    [InlineData("/ropes.md", "# Ropes\n\n## Hemp\n\nStrong.")]
    [InlineData("/g%C3%BCnstig%20&%20gut.md", "# Cheap\n\nText.")]
    public async Task A_page_is_Markdown_too(string address, string text) => Assert.StartsWith(text, await ReadAsync(address, "text/markdown"));

    [Theory]
    [InlineData("/draft.md")]
    [InlineData("/moved.md")]
    [InlineData("/nowhere.md")]
    [InlineData("/.md")]
    [InlineData("/ropes/.md")]
    [InlineData("/ropes/docs.en.md")]
    public async Task Markdown_is_there_for_public_pages_only(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await handbook.Site.Visitor().GetAsync(address)).StatusCode);

    [Fact]
    public async Task Another_spelling_leads_to_the_Markdown_of_the_page()
    {
        var response = await handbook.Site.Visitor().GetAsync("/Ropes.md");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/ropes.md"), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task The_configured_address_stands_in_everything_that_leaves_the_site()
    {
        using var content = new ContentOnDisk().With("pages/01.home/docs.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.hull/docs.md", "---\ntitle: Hull & keel\n---\nWood \"and\" tar.\n");
        await using var site = new Site(content.Path, configure: builder => builder.UseSetting("Site:Url", "https://docs.example.org/"));
        var page = await site.ReadAsync("/hull");

        Assert.Equal("https://docs.example.org/hull", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("https://docs.example.org/hull", page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
        Assert.Equal("Hull & keel", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Equal("Wood \"and\" tar.", page.QuerySelector("meta[property='og:description']")!.GetAttribute("content"));
        Assert.Equal("article", page.QuerySelector("meta[property='og:type']")!.GetAttribute("content"));
        Assert.Contains("https://docs.example.org/hull", await site.Visitor().GetStringAsync("/sitemap.xml"));
        Assert.Contains("https://docs.example.org/sitemap.xml", await site.Visitor().GetStringAsync("/robots.txt"));
    }

    [Fact]
    public async Task Without_an_address_the_one_of_the_request_counts()
    {
        var page = await handbook.Site.ReadAsync("/ropes");

        Assert.Equal("http://localhost/ropes", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("/ropes.md", page.QuerySelector("link[type='text/markdown']")!.GetAttribute("href"));
        Assert.Equal("/issues.atom", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Equal("http://localhost/issues", (await handbook.Site.ReadAsync("/issues?tag=rope")).QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    private async Task<string> ReadAsync(string address, string type)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((type, "utf-8"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet));
        return await response.Content.ReadAsStringAsync();
    }
}
