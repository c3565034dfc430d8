using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content;

/// <summary>Routes of pages, and what a requested path leads to.</summary>
public class RouteTests
{
    private static string Page(string header = "title: T") => $"---\n{header}\n---\n";

    private static RouteMatch.Moved Moved(string target, int status = 301) => new(target, status);

    [Theory]
    [InlineData("slug: Other", "/Other")]
    [InlineData("slug: a/b", "/a/b")]
    [InlineData("slug: ''", "/page")]
    [InlineData("routes:\n  default: /far/away", "/far/away")]
    public void A_slug_replaces_the_last_part_and_a_default_route_all_of_it(string header, string route) =>
        Assert.Equal(route, TestSite.WithBody("", $"title: T\n{header}").Build().BodyPage().Route);

    [Fact]
    public void Children_inherit_a_default_route_and_the_raw_route_still_leads_there()
    {
        var snapshot = TestSite.WithBody("", "title: T\nroutes:\n  default: /far").And("02.page/01.child/default.md", Page()).Build();

        Assert.Equal("/far/child", snapshot.PageOf("02.page/01.child/default.md").Route);
        Assert.Equal(Moved("/far/child"), snapshot.Routes.Find("/page/child"));
        Assert.Equal(Moved("/far"), snapshot.Routes.Find("/page"));
        Assert.Equal(["/page"], snapshot.BodyPage().Aliases);
    }

    [Fact]
    public void Children_inherit_a_slug()
    {
        var snapshot = TestSite.WithBody("", "title: T\nslug: s").And("02.page/01.child/default.md", Page()).Build();

        Assert.Equal("/s/child", snapshot.PageOf("02.page/01.child/default.md").Route);
    }

    [Fact]
    public void Aliases_and_the_canonical_route_lead_to_the_page()
    {
        var snapshot = TestSite.WithBody("", "title: T\nroutes:\n  aliases: [/one, two/]\n  canonical: /main").Build();

        Assert.Equal(Moved("/page"), snapshot.Routes.Find("/one"));
        Assert.Equal(Moved("/page"), snapshot.Routes.Find("/two"));
        Assert.Equal(Moved("/page"), snapshot.Routes.Find("/main"));
    }

    [Fact]
    public void The_home_page_is_the_one_of_the_configuration_and_its_old_route_still_leads_there()
    {
        var snapshot = TestSite.With("01.first/default.md", Page()).And("02.start/default.md", Page()).And("02.start/01.in/default.md", Page())
            .And("config/system.yaml", "home:\n  alias: /start\n").Build();

        Assert.Equal(["/first", "/", "/start/in"], snapshot.Routes());
        Assert.Equal(Moved("/"), snapshot.Routes.Find("/start"));
        Assert.Equal("02.start/default.md", snapshot.Home?.File);
    }

    [Fact]
    public void Pages_below_home_can_leave_its_name_out()
    {
        var snapshot = TestSite.With("02.start/default.md", Page()).And("02.start/01.in/default.md", Page())
            .And("config/system.yaml", "home:\n  alias: /start\n  hide_in_urls: true\n").Build();

        Assert.Equal(["/", "/in"], snapshot.Routes());
    }

    [Fact]
    public void A_language_can_have_a_home_of_its_own()
    {
        var snapshot = TestSite.With("01.a/d.en.md", Page()).And("02.b/d.en.md", Page())
            .And("config/system.yaml", "languages:\n  supported: [en]\nhome:\n  alias: /a\n  aliases:\n    en: /b\n").Build();

        Assert.Equal("02.b/d.en.md", snapshot.Home?.File);
    }

    [Theory]
    [InlineData("home", "home/default.md")]
    [InlineData("04.later", "02.first/default.md")]
    public void Without_configuration_home_is_the_page_called_so_or_the_first_visible_one(string folder, string file) =>
        Assert.Equal(file, TestSite.With("00.unseen/default.md", Page("title: T\nvisible: false")).And("02.first/default.md", Page()).And($"{folder}/default.md", Page()).Build().Home?.File);

    [Fact]
    public void Of_two_pages_with_one_route_the_first_answers_and_the_second_is_told()
    {
        var snapshot = TestSite.WithBody("").And("03.page/default.md", Page()).Build();

        Assert.Equal("02.page/default.md", Assert.IsType<RouteMatch.Found>(snapshot.Routes.Find("/page")).Page.File);
        Assert.Equal(["03.page/default.md:1 KB130"], snapshot.Findings());
    }

    [Fact]
    public void An_alias_never_hides_a_page()
    {
        var snapshot = TestSite.WithBody("", "title: T\nroutes:\n  aliases: [/later]").And("03.later/default.md", Page()).Build();

        Assert.Equal("03.later/default.md", Assert.IsType<RouteMatch.Found>(snapshot.Routes.Find("/later")).Page.File);
        Assert.Equal(["02.page/default.md:4 KB131"], snapshot.Findings());
    }

    [Theory]
    [InlineData("/page/")]
    [InlineData("/PAGE")]
    [InlineData("/page.html")]
    [InlineData("/en/page")]
    [InlineData("/EN/Page/")]
    public void Other_spellings_of_a_route_are_sent_to_the_canonical_one(string path)
    {
        var snapshot = TestSite.With("01.home/d.en.md", Page()).And("02.page/d.en.md", Page()).And("config/system.yaml", "languages:\n  supported: [en]\n").Build();

        Assert.Equal("/page", Assert.IsType<RouteMatch.Moved>(snapshot.Routes.Find(path)).Target);
        Assert.Equal("/page", Assert.IsType<RouteMatch.Found>(snapshot.Routes.Find("/page")).Page.Route);
    }

    [Fact]
    public void The_root_is_the_home_page() => Assert.Equal("Home", Assert.IsType<RouteMatch.Found>(TestSite.WithBody("").Build().Routes.Find("/")).Page.Title);

    [Fact]
    public void The_language_alone_leads_home()
    {
        var snapshot = TestSite.With("01.home/d.en.md", Page()).Build();

        Assert.Equal(Moved("/"), snapshot.Routes.Find("/en"));
        Assert.Equal(Moved("/"), snapshot.Routes.Find("/en/"));
    }

    [Fact]
    public void A_page_called_like_a_language_answers_before_the_prefix()
    {
        var snapshot = TestSite.With("01.home/d.en.md", Page()).And("02.en/d.en.md", Page("title: English")).Build();

        Assert.Equal("English", Assert.IsType<RouteMatch.Found>(snapshot.Routes.Find("/en")).Page.Title);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/page/nothing")]
    [InlineData("//")]
    [InlineData("/../page")]
    [InlineData("/page/..")]
    [InlineData("/a\0b")]
    [InlineData("/.html")]
    public void What_leads_nowhere_is_missing_and_never_an_exception(string path)
    {
        var match = TestSite.WithBody("").Build().Routes.Find(path);

        Assert.True(match is RouteMatch.Missing || (path == "//" && match is RouteMatch.Moved { Target: "/" }), match.ToString());
    }

    [Fact]
    public void An_unpublished_page_is_missing_and_its_children_are_not()
    {
        var snapshot = TestSite.WithBody("", "title: T\npublished: false").And("02.page/01.child/default.md", Page()).Build();

        Assert.IsType<RouteMatch.Missing>(snapshot.Routes.Find("/page"));
        Assert.IsType<RouteMatch.Found>(snapshot.Routes.Find("/page/child"));
        Assert.Null(snapshot.Routes.FindPage("/page"));
    }

    [Fact]
    public void A_page_that_is_not_routable_leads_to_its_first_visible_child()
    {
        var snapshot = TestSite.WithBody("", "title: T\nroutable: false").And("02.page/01.gone/default.md", Page("title: T\npublished: false"))
            .And("02.page/02.child/default.md", Page()).Build();

        Assert.Equal(Moved("/page/child", 302), snapshot.Routes.Find("/page"));
    }

    [Theory]
    [InlineData("redirect: /other", "/other", 302)]
    [InlineData("redirect: '/other[301]'", "/other", 301)]
    [InlineData("redirect: https://example.org/x", "https://example.org/x", 302)]
    public void A_redirect_comes_before_the_page(string header, string target, int status)
    {
        var snapshot = TestSite.WithBody("", $"title: T\n{header}").And("03.other/default.md", Page()).Build();

        Assert.Equal(Moved(target, status), snapshot.Routes.Find("/page"));
        Assert.True(snapshot.BodyPage().IsVisible);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact]
    public void A_page_that_redirects_to_itself_is_shown() =>
        Assert.IsType<RouteMatch.Found>(TestSite.WithBody("", "title: T\nredirect: /page").Build().Routes.Find("/page"));

    [Fact]
    public void A_redirect_to_an_unsafe_address_is_not_followed() =>
        Assert.IsType<RouteMatch.Found>(TestSite.WithBody("", "title: T\nredirect: 'javascript:go()'").Build().Routes.Find("/page"));

    [Theory]
    [InlineData("/exact", "/page", 301)]
    [InlineData("/old/x/y", "/page/x/y", 301)]
    [InlineData("/v7/page", "/page", 302)]
    [InlineData("/away", "https://example.org/", 302)]
    public void Rules_of_the_site_are_tried_after_the_pages(string path, string target, int status)
    {
        var snapshot = TestSite.WithBody("").And("config/site.yaml", "routes:\n  /exact: /page\n  /old/(.*): /page/$1\nredirects:\n  /v\\d+/(.*): /$1\n  /away: https://example.org/\n").Build();

        Assert.Equal(Moved(target, status), snapshot.Routes.Find(path));
    }

    [Fact]
    public void A_rule_written_with_the_language_prefix_matches()
    {
        var snapshot = TestSite.With("01.home/d.en.md", Page()).And("02.page/d.en.md", Page()).And("config/site.yaml", "redirects:\n  /en/old: /page\n").Build();

        Assert.Equal(Moved("/page", 302), snapshot.Routes.Find("/old"));
    }

    [Fact]
    public void The_status_of_redirects_can_be_configured()
    {
        var snapshot = TestSite.WithBody("", "title: T\nredirect: /").And("config/system.yaml", "pages:\n  redirect_default_code: 303\n").Build();

        Assert.Equal(Moved("/", 303), snapshot.Routes.Find("/page"));
    }

    [Fact]
    public void A_rule_that_leads_to_itself_is_no_loop() =>
        Assert.IsType<RouteMatch.Missing>(TestSite.WithBody("").And("config/site.yaml", "redirects:\n  /same: /same\n").Build().Routes.Find("/same"));

    [Fact]
    public void Letters_beyond_ASCII_are_lower_cased_and_encoded_in_addresses()
    {
        var snapshot = TestSite.WithBody("[x](<../03.Äpfel & Öl/default.md>)\n").And("03.Äpfel & Öl/default.md", Page()).Build();

        Assert.Equal("/äpfel & öl", snapshot.PageOf("03.Äpfel & Öl/default.md").Route);
        Assert.Equal("/%C3%A4pfel%20%26%20%C3%B6l", snapshot.BodyPage().Links[0].Href);
    }

    [Fact]
    public void Routes_keep_their_capitals_where_the_site_says_so()
    {
        var snapshot = TestSite.With("01.Home/default.md", Page()).And("02.Big/default.md", Page()).And("config/system.yaml", "force_lowercase_urls: false\n").Build();

        Assert.Contains("/Big", snapshot.Routes());
    }

    [Theory]
    [InlineData("/page/pic.png")]
    [InlineData("/user/pages/02.page/pic.png")]
    public void A_file_is_served_below_its_page_and_by_its_place(string path) =>
        Assert.Equal("02.page/pic.png", Assert.IsType<RouteMatch.Media>(TestSite.WithBody("").And("02.page/pic.png").Build().Routes.Find(path)).File.Path);

    [Theory]
    [InlineData("/page/Pic.png")]
    [InlineData("/page/default.md")]
    [InlineData("/user/pages/02.page/default.md")]
    [InlineData("/user/pages/../config/system.yaml")]
    public void Other_files_are_not_served(string path) =>
        Assert.IsType<RouteMatch.Missing>(TestSite.WithBody("").And("02.page/pic.png").And("config/system.yaml", "a: b\n").Build().Routes.Find(path));

    [Fact]
    public void Images_of_the_site_are_served() =>
        Assert.Equal("image://logo.png", Assert.IsType<RouteMatch.Media>(TestSite.WithBody("").And("image://logo.png").Build().Routes.Find("/user/images/logo.png")).File.Path);
}
