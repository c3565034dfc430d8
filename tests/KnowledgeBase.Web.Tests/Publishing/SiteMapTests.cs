using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Tests.Publishing;

public sealed class SiteMapTests
{
    [Fact]
    public void A_title_that_only_one_page_has_stays_as_it_is() =>
        Assert.Equal(["Deck", "Hull"], Titles(("01.deck", "Deck", ""), ("02.hull", "Hull", "")));

    [Fact]
    public void Equal_titles_are_told_apart_by_the_folder_above() =>
        Assert.Equal(["Deck", "Rules: Deck", "Hull", "rules: Hull"], Titles(("01.deck", "Deck", ""), ("01.deck/01.r", "Rules", ""), ("02.hull", "Hull", ""), ("02.hull/01.r", "rules", "")));

    [Fact]
    public void Where_that_does_not_help_the_next_folder_does() =>
        Assert.Equal(["Rules: A › Parts", "Rules: B › Parts"], Titles(("01.a/01.parts/01.r", "Rules", ""), ("02.b/01.parts/01.r", "Rules", "")));

    [Fact]
    public void And_in_the_end_the_route() =>
        Assert.Equal(["Home", "Rules (/one)", "Rules (/two)"], Titles(("01.home", "Home", ""), ("02.one", "Rules", ""), ("03.two", "Rules", "")));

    [Fact]
    public void Pages_follow_each_other_as_in_navigation()
    {
        var snapshot = Pages.Site(("01.a", "A", ""), ("01.a/01.b", "B", ""), ("02.c", "C", ""), ("hidden", "Hidden", ""));
        var map = new SiteMap(snapshot);
        var pages = snapshot.Pages.ToDictionary(page => page.Title);

        Assert.Null(map.Before(pages["A"]));
        Assert.Equal("B", map.After(pages["A"])?.Title);
        Assert.Equal("B", map.Before(pages["C"])?.Title);
        Assert.Null(map.After(pages["C"]));
        Assert.Null(map.After(pages["Hidden"]));
    }

    private static IEnumerable<string> Titles(params (string Folder, string Title, string Body)[] pages)
    {
        var snapshot = Pages.Site(pages);
        var map = new SiteMap(snapshot);
        return snapshot.Pages.Select(map.TitleOf);
    }
}
