using Bunit;
using KnowledgeBase.Content;
using KnowledgeBase.Web.Components.Pages.Article;
using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class ArticleEndTests : BunitContext
{
    private static readonly KnowledgeSnapshot Snapshot = Pages.Site(("01.home", "Home", ""), ("02.hull", "Hull", ""), ("03.sails & masts", "Sails", ""));

    [Fact]
    public void The_pages_before_and_after_are_named()
    {
        var end = End("/hull");

        Assert.Equal(["prev", "next"], end.FindAll("nav[aria-label='Previous and next page'] a").Select(link => link.GetAttribute("rel")));
        Assert.Equal("NextSails", end.Find("a[rel=next]").TextContent);
    }

    [Fact]
    public void A_certain_date_is_told_to_readers_and_to_machines()
    {
        var end = End("/hull", date: new GravDate(new DateTime(2024, 2, 13), IsAmbiguous: false));

        Assert.Contains("Last updated 13 February 2024", end.Find(".meta").TextContent);
        Assert.Equal("2024-02-13", end.Find("time").GetAttribute("datetime"));
    }

    [Fact]
    public void A_date_that_may_mean_two_days_is_told_to_nobody() => Assert.Empty(End("/hull", date: new GravDate(new DateTime(2024, 2, 3), IsAmbiguous: true)).FindAll("time"));

    [Fact]
    public void Without_a_date_there_is_none_not_even_today() => Assert.Empty(End("/hull").FindAll("time"));

    [Fact]
    public void Where_a_repository_is_known_the_page_can_be_edited()
    {
        var end = End("/sails & masts", editUrl: "https://git.example.org/docs/edit/main/pages/{file}?plain=1");

        Assert.Equal("https://git.example.org/docs/edit/main/pages/03.sails%20%26%20masts/docs.md?plain=1", Link(end)?.GetAttribute("href"));
    }

    [Fact]
    public void Without_a_repository_nothing_promises_that() => Assert.Null(Link(End("/hull")));

    private static AngleSharp.Dom.IElement? Link(IRenderedComponent<ArticleEnd> end) => end.FindAll("a").SingleOrDefault(link => link.TextContent == "Edit this page");

    private IRenderedComponent<ArticleEnd> End(string route, GravDate? date = null, string? editUrl = null)
    {
        Services.AddSingleton(Options.Create(new SiteOptions { EditUrl = editUrl }));
        var page = Snapshot.Pages.Single(page => page.Route == route);
        return Render<ArticleEnd>(parameters => parameters.Add(end => end.Page, page with { Date = date }).Add(end => end.Map, new SiteMap(Snapshot)));
    }
}
