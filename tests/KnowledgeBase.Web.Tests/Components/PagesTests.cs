using System.Net;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class PagesTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Theory]
    [InlineData("/", "Welcome aboard")]
    [InlineData("/ropes", "Ropes")]
    [InlineData("/ropes/splices", "Splices")]
    [InlineData("/g%C3%BCnstig%20&%20gut", "Cheap")]
    public async Task A_page_stands_at_its_route_under_its_title(string address, string title)
    {
        var page = await handbook.Site.ReadAsync(address);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"{title} – Harbour Manual", page.Title);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    [Theory]
    [InlineData("/lines", "/ropes", 301)]
    [InlineData("/start", "/", 301)]
    [InlineData("/Ropes", "/ropes", 301)]
    [InlineData("/ropes/", "/ropes", 301)]
    [InlineData("/en/ropes", "/ropes", 301)]
    [InlineData("/ropes.html", "/ropes", 301)]
    [InlineData("/moved", "/ropes", 302)]
    [InlineData("/old-shop", "https://shop.example/cart", 302)]
    public async Task Other_spellings_and_old_addresses_lead_to_the_page(string address, string target, int status)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);

        Assert.Equal((status, target), ((int)response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_redirect_keeps_the_query()
    {
        var response = await handbook.Site.Visitor().GetAsync("/lines?from=mail&n=1");

        Assert.Equal("/ropes?from=mail&n=1", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task HEAD_tells_what_GET_would()
    {
        var response = await handbook.Site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, "/ropes"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/ropes?from=mail")]
    [InlineData("/search?q=rope")]
    [InlineData("/issues?region=North")]
    [InlineData("/nowhere")]
    public async Task A_page_made_for_one_visitor_says_how_long_it_is(string address)
    {
        using var page = await handbook.Site.Visitor().GetAsync(address);
        using var head = await handbook.Site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        Assert.Equal((page.StatusCode, (await page.Content.ReadAsByteArrayAsync()).Length), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("/draft")]
    [InlineData("/nowhere")]
    [InlineData("/ropes/nowhere.png")]
    [InlineData("/config/site.yaml")]
    [InlineData("/ropes/docs.en.md")]
    public async Task What_is_not_public_is_not_found(string address)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("Secret", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_missing_page_names_the_pages_that_were_probably_meant()
    {
        var response = await handbook.Site.Visitor().GetAsync("/ropes/splises");
        var page = await Site.ParseAsync(response);
        var links = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ToList();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("/ropes/splices", links[0]);
        Assert.Equal(["/", "/ropes", "/anchors"], links.SkipWhile(link => link != "/").Take(3));
        Assert.Equal("Page not found – Harbour Manual", page.Title);
        Assert.Contains("/ropes/splises", page.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("/ropes/splises-and_knots.html", "/search?q=ropes%20splises%20and%20knots")]
    [InlineData("/ropes/splices-1.2", "/search?q=ropes%20splices%201%202")]
    [InlineData("/---/", null)]
    public async Task A_missing_page_offers_to_search_for_the_words_of_its_address(string address, string? search)
    {
        var page = await Site.ParseAsync(await handbook.Site.Visitor().GetAsync(address));

        Assert.Equal(search, page.QuerySelector("main a[href^='/search']")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_of_one_title_are_told_apart_by_what_they_belong_to()
    {
        Assert.Equal("Known Issues: Ropes – Harbour Manual", (await handbook.Site.ReadAsync("/ropes/known-issues")).Title);
        Assert.Equal("Known Issues: Anchors", (await handbook.Site.ReadAsync("/anchors/known-issues")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_navigation_is_open_where_the_reader_is()
    {
        var page = await handbook.Site.ReadAsync("/ropes/splices");
        var tree = page.QuerySelector("nav[aria-label='All pages']")!;

        var current = Assert.Single(tree.QuerySelectorAll("[aria-current=page]"));
        Assert.Equal("/ropes/splices", current.GetAttribute("href"));
        Assert.Equal("Pages in Ropes", Assert.Single(tree.QuerySelectorAll("details[open] > summary")).TextContent.Trim());
        Assert.Equal(["/ropes"], page.QuerySelectorAll("nav[aria-label=Breadcrumb] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_navigation_counts_known_issues()
    {
        var tree = (await handbook.Site.ReadAsync("/")).QuerySelector("nav[aria-label='All pages']")!;

        Assert.Contains("4 known issues", tree.QuerySelector("a[href='/ropes/known-issues']")!.TextContent);
        Assert.Contains("1 known issue", tree.QuerySelector("a[href='/anchors/known-issues']")!.TextContent);
        Assert.Null(tree.QuerySelector("a[href='/draft']"));
    }

    [Fact]
    public async Task A_page_with_several_headings_lists_them()
    {
        var contents = (await handbook.Site.ReadAsync("/ropes")).QuerySelector("nav.toc")!;

        Assert.Equal(["#hemp", "#nylon", "#wet"], contents.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Null((await handbook.Site.ReadAsync("/ropes/splices")).QuerySelector("nav.toc"));
    }

    [Fact]
    public async Task Only_a_certain_date_is_shown()
    {
        Assert.Equal("2024-02-13", (await handbook.Site.ReadAsync("/ropes")).QuerySelector("time")?.GetAttribute("datetime"));
        Assert.Null((await handbook.Site.ReadAsync("/ropes/splices")).QuerySelector("time"));
        Assert.Null((await handbook.Site.ReadAsync("/anchors")).QuerySelector("time"));
    }

    [Fact]
    public async Task Readers_can_go_on_page_by_page()
    {
        var page = await handbook.Site.ReadAsync("/ropes/splices");

        Assert.Equal("/ropes", page.QuerySelector("a[rel=prev]")?.GetAttribute("href"));
        Assert.Equal("/ropes/known-issues", page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task The_first_link_skips_to_the_text()
    {
        var page = await handbook.Site.ReadAsync("/ropes");

        Assert.Equal("#main", page.QuerySelector("body a")!.GetAttribute("href"));
        Assert.Equal("-1", page.QuerySelector("#main")!.GetAttribute("tabindex"));
    }

    [Fact]
    public async Task A_page_has_nothing_inline()
    {
        var page = await handbook.Site.ReadAsync("/ropes");

        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload]"));
    }

    [Fact]
    public async Task The_look_is_served()
    {
        var response = await handbook.Site.Visitor().GetAsync("/site.css");

        Assert.Equal((HttpStatusCode.OK, "text/css"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }
}
