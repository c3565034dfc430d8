using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.EdgeCases;

public class TreeEdgeCases
{
    [Fact] // 18
    public void Equal_numbers_are_ordered_by_name()
    {
        var snapshot = TestSite.With("07.store/default.md", "---\ntitle: Store\n---\n").And("07.shelf-life/default.md", "---\ntitle: Shelf life\n---\n").Build();

        Assert.Equal(["07.shelf-life/default.md", "07.store/default.md"], snapshot.Pages.Select(page => page.File));
    }

    [Fact] // 18
    public void A_folder_without_a_prefix_is_routable_and_not_in_navigation()
    {
        var snapshot = TestSite.With("01.home/default.md", "---\ntitle: Home\n---\n").And("debian-12.05/default.md", "---\ntitle: D\n---\n").And("2020-07-09/default.md", "---\ntitle: E\n---\n").Build();

        Assert.Equal([("/2020-07-09", false, true), ("/debian-12.05", false, true)], snapshot.Pages.Skip(1).Select(page => (page.Route, page.IsVisible, page.IsRoutable)));
    }

    [Theory] // 18
    [InlineData("02.7zip", "/7zip")]
    [InlineData("6.2", "/2")]
    [InlineData("12.3.more", "/3.more")]
    public void Only_the_first_number_is_a_prefix(string folder, string route) =>
        Assert.Equal(route, TestSite.With("01.home/default.md", "---\ntitle: Home\n---\n").And($"{folder}/default.md", "---\ntitle: T\n---\n").Build().PageOf($"{folder}/default.md").Route);

    [Fact] // 19
    public void An_alias_of_two_pages_leads_to_the_first_and_is_reported_at_the_second()
    {
        var snapshot = TestSite.With("01.home/default.md", "---\ntitle: Home\n---\n")
            .And("02.a/default.md", "---\ntitle: A\nroutes:\n  aliases: ['/old']\n---\n").And("03.b/default.md", "---\ntitle: B\nroutes:\n  aliases: ['/old']\n---\n").Build();

        Assert.Equal(new RouteMatch.Moved("/a", 301), snapshot.Routes.Find("/old"));
        Assert.Equal(["03.b/default.md:4 KB131"], snapshot.Findings());
    }

    [Fact] // 19
    public void A_page_that_aliases_its_own_route_is_found_and_does_not_loop()
    {
        var snapshot = TestSite.WithBody("", "title: Page\nroutes:\n  aliases: ['/page']").Build();

        Assert.IsType<RouteMatch.Found>(snapshot.Routes.Find("/page"));
        Assert.Empty(snapshot.Diagnostics);
        Assert.Empty(snapshot.BodyPage().Aliases);
    }

    [Fact] // More: gaps
    public void Gaps_in_the_numbers_are_no_gaps_in_the_order()
    {
        var snapshot = TestSite.With("01.a/default.md", "---\ntitle: A\n---\n").And("08.b/default.md", "---\ntitle: B\n---\n").And("22.c/default.md", "---\ntitle: C\n---\n").Build();

        Assert.Equal([1, 2, 3], snapshot.Pages.Select(page => page.Order));
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact] // More: page in a second language for few pages
    public void A_page_in_another_language_is_listed_as_a_language_of_the_page()
    {
        var snapshot = TestSite.With("01.home/docs.en.md", "---\ntitle: Home\n---\n").And("02.help/docs.en.md", "---\ntitle: Help\n---\n").And("02.help/docs.de.md", "---\ntitle: Hilfe\n---\n").Build();

        Assert.Equal(["Home", "Help"], snapshot.Pages.Select(page => page.Title));
        Assert.Equal(["en", "de"], snapshot.Pages[1].Languages);
    }

    [Fact] // More: image page
    public void A_page_that_only_hosts_files_serves_them()
    {
        var snapshot = TestSite.WithBody("![plan](/pictures/plan.png)\n").And("pictures/default.md", "---\ntitle: Pictures\n---\n").And("pictures/plan.png").Build();

        Assert.Equal("/pictures/plan.png", Assert.Single(snapshot.BodyPage().Links).Href);
        Assert.Null(snapshot.PageOf("pictures/default.md").Summary);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact] // More: media without an extension
    public void A_file_without_an_extension_is_a_file_beside_the_page()
    {
        var snapshot = TestSite.WithBody("[take it](settings-for-nodes)\n").And("02.page/settings-for-nodes").Build();

        Assert.Equal(("/page/settings-for-nodes", "02.page/settings-for-nodes"), (snapshot.BodyPage().Links[0].Href, snapshot.BodyPage().Links[0].Media));
        Assert.IsType<RouteMatch.Media>(snapshot.Routes.Find("/page/settings-for-nodes"));
    }
}
