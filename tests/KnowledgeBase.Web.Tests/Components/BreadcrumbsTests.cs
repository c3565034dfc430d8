using Bunit;
using KnowledgeBase.Web.Components.Layout;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class BreadcrumbsTests : BunitContext
{
    private static readonly KnowledgeSnapshot Snapshot = Pages.Site(("01.home", "Home", ""), ("02.ships", "Ships", ""), ("02.ships/01.hull", "Hull", ""), ("02.ships/01.hull/01.seams", "Seams", ""));

    [Fact]
    public void The_way_to_a_page_is_named_from_the_top_without_the_page_itself()
    {
        var way = Way("/ships/hull/seams");

        Assert.Equal(["/ships Ships", "/ships/hull Hull"], way.FindAll("nav[aria-label=Breadcrumb] ol > li > a").Select(link => $"{link.GetAttribute("href")} {link.TextContent}"));
    }

    [Fact]
    public void A_page_at_the_top_has_no_way() => Assert.Empty(Way("/ships").FindAll("nav"));

    [Fact]
    public void Machines_read_the_way_as_a_numbered_list_that_ends_with_the_page()
    {
        var list = Way("/ships/hull/seams").Find("[itemtype='https://schema.org/BreadcrumbList']");

        Assert.Equal(["Ships", "Hull", "Seams"], list.QuerySelectorAll("[itemprop=itemListElement] [itemprop=name]").Select(name => name.GetAttribute("content") ?? name.TextContent));
        Assert.Equal(["1", "2", "3"], list.QuerySelectorAll("[itemprop=position]").Select(position => position.GetAttribute("content")));
    }

    private IRenderedComponent<Breadcrumbs> Way(string route)
    {
        var page = Snapshot.Pages.Single(page => page.Route == route);
        return Render<Breadcrumbs>(parameters => parameters.Add(way => way.Trail, new SiteMap(Snapshot).Above(page)).Add(way => way.Title, page.Title));
    }
}
