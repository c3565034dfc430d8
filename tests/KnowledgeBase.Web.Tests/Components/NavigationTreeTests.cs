using Bunit;
using KnowledgeBase.Web.Components.Layout;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class NavigationTreeTests : BunitContext
{
    private static readonly KnowledgeSnapshot Snapshot = Pages.Site(
        ("01.home", "Home", ""), ("02.hull", "Hull", ""), ("02.hull/01.seams", "Seams", ""), ("02.hull/02.leaks", "Known issues", "## It leaks\n\n**Problem Statement:** Water."),
        ("03.sails", "Sails", ""), ("03.sails/01.jib", "Jib", ""), ("04.empty/01.inner", "Inner", ""));

    [Fact]
    public void Only_the_way_to_the_current_page_is_open()
    {
        var tree = Tree("/hull/seams");

        Assert.Equal(["Pages in Hull"], tree.FindAll("details[open] > summary").Select(summary => summary.TextContent.Trim()));
        Assert.Equal("Seams", tree.Find("a[aria-current=page]").TextContent.Trim());
    }

    [Fact]
    public void A_page_with_pages_below_shows_them() =>
        Assert.Contains("Pages in Sails", Tree("/sails").FindAll("details[open] > summary").Select(summary => summary.TextContent.Trim()));

    [Fact]
    public void A_folder_without_a_page_leads_to_its_first_page() =>
        Assert.Equal("/empty/inner", Tree("/").FindAll("a").First(link => link.TextContent.Trim() == "Empty").GetAttribute("href"));

    [Fact]
    public void The_number_of_known_issues_is_read_as_a_sentence()
    {
        var link = Tree("/").Find("a[href='/hull/leaks']");

        Assert.Contains("1 known issue", link.TextContent);
        Assert.Equal("1", link.QuerySelector("[aria-hidden=true]")!.TextContent);
    }

    [Fact]
    public void The_menu_opens_and_closes_without_script()
    {
        var tree = Tree("/");

        Assert.True(tree.Find("nav#tree").HasAttribute("popover"));
        Assert.Equal("hide", tree.Find("button[popovertarget=tree]").GetAttribute("popovertargetaction"));
    }

    private IRenderedComponent<NavigationTree> Tree(string route) => Render<NavigationTree>(parameters => parameters
        .Add(tree => tree.Map, new SiteMap(Snapshot))
        .Add(tree => tree.Current, Snapshot.Pages.Single(page => page.Route == route)));
}
