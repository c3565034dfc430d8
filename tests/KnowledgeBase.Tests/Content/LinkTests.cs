namespace KnowledgeBase.Tests.Content;

/// <summary>Where links and images lead.</summary>
public class LinkTests
{
    private const string Page = "---\ntitle: T\n---\n## Part of it\n\n## A heading that is longer than twenty letters\n";

    private static TestSite Site(string link) => TestSite.With("01.home/docs.en.md", Page)
        .And("02.A/docs.en.md", Page).And("02.A/01.from/docs.en.md", $"---\ntitle: From\n---\n{link}\n").And("02.A/01.from/01.kid/docs.en.md", Page).And("02.A/02.b/docs.en.md", Page)
        .And("03.z/docs.en.md", "---\ntitle: Z\nslug: zed\n---\n").And("02.A/01.from/pic.png").And("02.A/02.b/pic.png").And("images/logo.png").And("02.A/01.from/file.pdf").And("02.A/01.from/with space.pdf");

    [Fact]
    public void A_link_to_a_page_that_is_not_published_is_broken()
    {
        var snapshot = Site("[draft](../draft)").And("02.A/draft/docs.en.md", "---\ntitle: Draft\npublished: false\n---\n").Build();

        Assert.True(Assert.Single(snapshot.PageOf("02.A/01.from/docs.en.md").Links).IsBroken);
        Assert.Contains(snapshot.Diagnostics, diagnostic => diagnostic.Code.Id == "KB140");
    }

    [Theory]
    [InlineData("kid", "/a/from/kid")]
    [InlineData("./kid", "/a/from/kid")]
    [InlineData("01.kid", "/a/from/kid")]
    [InlineData("01.kid/docs.en.md", "/a/from/kid")]
    [InlineData("..", "/a")]
    [InlineData("../", "/a")]
    [InlineData("../b", "/a/b")]
    [InlineData("../02.b", "/a/b")]
    [InlineData("../02.b/", "/a/b")]
    [InlineData("../02.b/docs.en.md", "/a/b")]
    [InlineData("../../02.A/b", "/a/b")]
    [InlineData("../../a/02.b", "/a/b")]
    [InlineData("/a/b", "/a/b")]
    [InlineData("/02.A/02.b", "/a/b")]
    [InlineData("/02.A/02.b/docs.en.md", "/a/b")]
    [InlineData("/", "/")]
    [InlineData("/home", "/")]
    [InlineData("../../01.home", "/")]
    [InlineData("/zed", "/zed")]
    [InlineData("../../03.z/docs.en.md", "/zed")]
    [InlineData("../b?x=1", "/a/b?x=1")]
    [InlineData("../b#part-of-it", "/a/b#part-of-it")]
    [InlineData("../b?x=1#part-of-it", "/a/b?x=1#part-of-it")]
    [InlineData("?x=1", "?x=1")]
    [InlineData("file.pdf", "/a/from/file.pdf")]
    [InlineData("with%20space.pdf", "/a/from/with%20space.pdf")]
    [InlineData("/a/from/file.pdf", "/a/from/file.pdf")]
    public void A_local_link_is_found_without_a_word(string target, string href)
    {
        var snapshot = Site($"[x]({target})").Build();

        Assert.Equal((href, false), snapshot.PageOf("02.A/01.from/docs.en.md").Links[0] is var link ? (link.Href, link.IsBroken) : default);
        Assert.Contains($"<a href=\"{href}\"", snapshot.PageOf("02.A/01.from/docs.en.md").Html);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Theory]
    [InlineData("../02.b/default.md", "/a/b")]
    [InlineData("../02.B/docs.en.md", "/a/b")]
    [InlineData("FILE.pdf", "/a/from/file.pdf")]
    [InlineData("../b#Part-Of-It", "/a/b#part-of-it")]
    [InlineData("../b#part_of_it", "/a/b#part-of-it")]
    [InlineData("../b#a-heading-that-is-longer", "/a/b#a-heading-that-is-longer-than-twenty-letters")]
    public void A_link_that_is_almost_right_is_found_with_a_warning(string target, string href)
    {
        var snapshot = Site($"[x]({target})").Build();

        Assert.Equal(href, snapshot.PageOf("02.A/01.from/docs.en.md").Links[0].Href);
        Assert.Contains($"<a href=\"{href}\"", snapshot.PageOf("02.A/01.from/docs.en.md").Html);
        Assert.Equal(["02.A/01.from/docs.en.md:4 KB143"], snapshot.Findings());
    }

    [Theory]
    [InlineData("[x](nowhere)", "KB140")]
    [InlineData("[x](/nowhere)", "KB140")]
    [InlineData("[x]()", "KB140")]
    [InlineData("[x](../b#a-heading)", "KB141")]
    [InlineData("[x](#nothing)", "KB141")]
    [InlineData("![x](none.png)", "KB142")]
    [InlineData("![x](../b)", "KB142")]
    [InlineData("![x]()", "KB142")]
    [InlineData("[x](../../../../etc)", "KB144")]
    [InlineData("[x](/../etc)", "KB144")]
    [InlineData("[x](javascript:x)", "KB145")]
    [InlineData("[x](DATA:text/html,x)", "KB145")]
    [InlineData("![x](mailto:a@example.org)", "KB145")]
    [InlineData("<a href=\"nowhere\">x</a>", "KB140")]
    public void A_link_that_leads_nowhere_is_broken_and_reported(string markdown, string code)
    {
        var snapshot = Site(markdown).Build();

        Assert.True(Assert.Single(snapshot.PageOf("02.A/01.from/docs.en.md").Links).IsBroken);
        Assert.Equal([$"02.A/01.from/docs.en.md:4 {code}"], snapshot.Findings());
    }

    [Theory]
    [InlineData("https://example.org/a?b=c#d", "https://example.org/a?b=c#d")]
    [InlineData("//example.org/x", "https://example.org/x")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    [InlineData("tel:+4912345", "tel:+4912345")]
    [InlineData("ftp://example.org/x", "ftp://example.org/x")]
    public void An_address_elsewhere_stays_as_it_is(string target, string href)
    {
        var link = Assert.Single(Site($"[x]({target})").Build().PageOf("02.A/01.from/docs.en.md").Links);

        Assert.Equal((href, null, false), (link.Href, link.Route, link.IsBroken));
    }

    [Fact]
    public void A_link_to_another_site_says_so() =>
        Assert.Equal("<p><a href=\"https://example.org\" rel=\"external noopener\">x</a></p>\n", TestSite.WithBody("[x](https://example.org)\n").Build().Html());

    [Fact]
    public void A_link_whose_address_is_refused_stays_as_its_text() => Assert.Equal("<p>a <em>b</em></p>\n", TestSite.WithBody("[a *b*](javascript:x)\n").Build().Html());

    [Theory]
    [InlineData("https://docs.example.org/site/en/a/b", "/a/b")]
    [InlineData("https://docs.example.org/site/a/b#part-of-it", "/a/b#part-of-it")]
    [InlineData("https://docs.example.org/site", "/")]
    [InlineData("https://docs.example.org/site/en", "/")]
    [InlineData("https://docs.example.org/sitemap", "https://docs.example.org/sitemap")]
    public void The_sites_own_address_is_cut_off(string target, string href)
    {
        var snapshot = Site($"[x]({target})").And("config/system.yaml", "custom_base_url: https://docs.example.org/site/\nlanguages:\n  supported: [en]\n").Build();

        Assert.Equal(href, snapshot.PageOf("02.A/01.from/docs.en.md").Links[0].Href);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Theory]
    [InlineData("../b?target=_blank", "<a href=\"/a/b\">")]
    [InlineData("../b?class=btn,wide&x=1", "<a href=\"/a/b?x=1\" class=\"btn wide\">")]
    [InlineData("../b?id=here&rel=x", "<a href=\"/a/b\" id=\"here\">")]
    public void Attributes_in_a_query_are_lifted_out(string target, string tag) => Assert.Contains(tag, Site($"[x]({target})").Build().PageOf("02.A/01.from/docs.en.md").Html);

    [Theory]
    [InlineData("pic.png", "/a/from/pic.png")]
    [InlineData("./pic.png", "/a/from/pic.png")]
    [InlineData("../02.b/pic.png", "/a/b/pic.png")]
    [InlineData("../b/pic.png", "/a/b/pic.png")]
    [InlineData("../../images/logo.png", "/user/pages/images/logo.png")]
    [InlineData("/images/logo.png", "/user/pages/images/logo.png")]
    [InlineData("/user/pages/02.A/02.b/pic.png", "/a/b/pic.png")]
    public void An_image_is_found_by_path_or_by_route(string target, string src)
    {
        var snapshot = Site($"![x]({target})").Build();

        Assert.Equal($"<p><img src=\"{src}\" alt=\"x\"></p>\n", snapshot.PageOf("02.A/01.from/docs.en.md").Html);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Theory]
    [InlineData("classes=a,b", "class=\"a b\"")]
    [InlineData("id=x", "id=\"x\"")]
    [InlineData("width=20&height=10", "width=\"20\" height=\"10\"")]
    [InlineData("resize=100,50", "width=\"100\" height=\"50\"")]
    [InlineData("cropResize=100", "width=\"100\"")]
    [InlineData("loading=lazy&decoding=async", "loading=\"lazy\" decoding=\"async\"")]
    public void Actions_of_an_image_become_attributes(string actions, string attributes) =>
        Assert.Equal($"<p><img src=\"/a/from/pic.png\" alt=\"x\" {attributes}></p>\n", Site($"![x](pic.png?{actions})").Build().PageOf("02.A/01.from/docs.en.md").Html);

    [Theory]
    [InlineData("sepia")]
    [InlineData("style=color:red")]
    [InlineData("quality=80&negate&blur=3")]
    [InlineData("width=wide")]
    [InlineData("resize=,")]
    [InlineData("resize=1000000000,1000000000&cropZoom=-1,-1&width=99999999999999999999")]
    public void Other_actions_leave_no_trace(string actions) =>
        Assert.Equal("<p><img src=\"/a/from/pic.png\" alt=\"x\"></p>\n", Site($"![x](pic.png?{actions})").Build().PageOf("02.A/01.from/docs.en.md").Html);

    [Fact]
    public void Of_hundreds_of_actions_the_first_count_and_the_author_is_told()
    {
        var actions = string.Concat(Enumerable.Range(1, 2000).Select(number => $"&blur={number}&classes=c{number}&resize={number}00000,1e9"));

        var snapshot = Site($"![x](pic.png?width=20{actions})").Build();

        var html = snapshot.PageOf("02.A/01.from/docs.en.md").Html;
        Assert.StartsWith("<p><img src=\"/a/from/pic.png\" alt=\"x\" class=\"c1 c2 ", html);
        Assert.EndsWith(" width=\"20\"></p>\n", html);
        Assert.InRange(html.Length, 0, KnowledgeBase.Content.ContentLimits.Default.ActionCharacters);
        var finding = Assert.Single(snapshot.Diagnostics);
        Assert.Equal(("KB147", 4), (finding.Code.Id, finding.Location.Line));
        Assert.EndsWith("…' has more than 1024 characters of actions; the rest of them is left out", finding.Message);
    }

    [Fact]
    public void Attributes_of_a_link_are_bounded_and_the_rest_of_its_query_is_not()
    {
        var query = string.Join('&', Enumerable.Range(1, 500).Select(number => $"x{number}=1"));

        var snapshot = Site($"[x](../b?{query}&class={string.Join(',', Enumerable.Range(1, 500).Select(number => $"c{number}"))})").Build();

        Assert.Contains($"<a href=\"/a/b?{query.Replace("&", "&amp;", StringComparison.Ordinal)}\">", snapshot.PageOf("02.A/01.from/docs.en.md").Html);
        Assert.Equal(["02.A/01.from/docs.en.md:4 KB147"], snapshot.Findings());
    }

    [Theory]
    [InlineData("lightbox")]
    [InlineData("lightbox=600,400")]
    [InlineData("link")]
    public void An_image_may_lead_to_its_file(string action) =>
        Assert.Contains("<a href=\"/a/from/pic.png\"><img src=\"/a/from/pic.png\" alt=\"x\"></a>", Site($"![x](pic.png?{action})").Build().PageOf("02.A/01.from/docs.en.md").Html);

    [Fact]
    public void Links_are_listed_in_document_order_with_what_was_written()
    {
        var links = Site("[a](kid) ![b](pic.png)\n\n<a href=\"#x\" id=\"x\">c</a> <https://example.org>").Build().PageOf("02.A/01.from/docs.en.md").Links;

        Assert.Equal(["kid", "pic.png", "#x", "https://example.org"], links.Select(link => link.Raw));
    }

    [Fact]
    public void A_link_that_a_redirect_of_the_site_answers_is_found_with_a_warning()
    {
        var snapshot = Site("[x](/old/b)").And("config/site.yaml", "redirects:\n  /old/(.*): /a/$1\n").Build();

        Assert.Equal(["02.A/01.from/docs.en.md:4 KB143"], snapshot.Findings());
    }
}
