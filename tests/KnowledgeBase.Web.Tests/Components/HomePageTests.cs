namespace KnowledgeBase.Web.Tests.Components;

public sealed class HomePageTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Fact]
    public async Task The_home_page_shows_the_known_issues_of_the_page_that_changed_last()
    {
        var latest = (await handbook.Site.ReadAsync("/")).QuerySelector("section[aria-labelledby='issues--title']")!;

        Assert.Equal("Known issues that changed last", latest.QuerySelector("h2")!.TextContent);
        Assert.Equal(["Anchor drags"], latest.QuerySelectorAll("h3").Select(title => title.TextContent));
        Assert.Equal("Solution available", latest.QuerySelector(".state")!.TextContent);
        Assert.Equal("All 5 known issues", latest.QuerySelector("a[href='/issues']")!.TextContent);
    }

    [Fact]
    public async Task The_home_page_has_one_search_field_in_its_middle()
    {
        var form = Assert.Single((await handbook.Site.ReadAsync("/")).QuerySelectorAll("form[role=search]"));

        Assert.NotNull(form.Closest("main"));
    }

    [Fact]
    public async Task Without_dates_the_home_page_only_leads_to_the_known_issues()
    {
        using var content = new ContentOnDisk().With("pages/01.home/docs.md", "---\ntitle: Home\n---\n## It leaks\n\n**Problem:** Water.\n\n**Solution:** Caulk.\n");
        await using var site = new Site(content.Path);
        var home = await site.ReadAsync("/");

        Assert.Equal("Known issues", home.QuerySelector("#issues--title")!.TextContent);
        Assert.Empty(home.QuerySelectorAll("ul.rows"));
        Assert.Equal("It leaks", home.QuerySelector("article[aria-labelledby=it-leaks] h2")!.TextContent);
    }

    [Fact]
    public async Task A_chapter_says_what_it_is_and_whether_it_leads_away()
    {
        using var content = new ContentOnDisk()
            .With("01.home/docs.md", "Hello.\n")
            .With("02.ropes/docs.md", "---\ntitle: Ropes\n---\nWhat holds the ship. And more.\n")
            .With("03.shop/docs.md", "---\ntitle: Shop\nexternal_url: https://shop.example/\n---\n");
        await using var site = new Site(content.Path);
        var chapters = (await site.ReadAsync("/")).QuerySelectorAll(".chapters > section");

        Assert.Equal(["What holds the ship."], chapters.Select(chapter => chapter.QuerySelector("p")?.TextContent).OfType<string>());
        Assert.Equal(["", "external noopener"], chapters.Select(chapter => chapter.QuerySelector("h3 a")!.GetAttribute("rel") ?? ""));
    }
}
