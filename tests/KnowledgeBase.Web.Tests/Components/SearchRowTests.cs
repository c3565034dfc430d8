using Bunit;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Components.Pages.Search;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Tests.Components;

/// <summary>A result, as readers meet it.</summary>
public sealed class SearchRowTests : BunitContext
{
    private static readonly KnowledgeSnapshot Site = Pages.Site(
        ("01.boats", "Boats", ""),
        ("01.boats/01.hull", "Hull", "Made of oak & <pitch>.\n\n## Planks\n\nAsh.\n\n### Nails\n\nCopper.\n\n## Hull leaks\n\n**Problem Statement:** Bilge fills.\n\n**Workaround:** Pump.\n"));

    [Theory]
    [InlineData("copper", "Section in Boats › Hull › Planks", "Nails", "/boats/hull#nails")]
    [InlineData("oak", "Page in Boats", "Hull", "/boats/hull")]
    [InlineData("bilge", "Known issue in Boats › Hull", "Hull leaks", "/boats/hull#hull-leaks")]
    public void A_result_says_what_it_is_where_it_stands_and_leads_there(string question, string place, string title, string address)
    {
        var row = RowFor(question);

        Assert.Equal(place, row.Find(".path").TextContent);
        Assert.Equal((title, address), (row.Find("h2 a").TextContent, row.Find("h2 a").GetAttribute("href")));
    }

    [Fact]
    public void A_known_issue_says_how_far_help_has_come()
    {
        Assert.Equal("Workaround", RowFor("bilge").Find(".state").TextContent);
        Assert.Empty(RowFor("copper").FindAll(".state"));
    }

    [Fact]
    public void The_words_that_were_looked_for_are_marked_and_everything_else_is_text()
    {
        var snippet = RowFor("oak").Find(".snippet");

        Assert.Equal("oak", Assert.Single(snippet.QuerySelectorAll("mark")).TextContent);
        Assert.Equal("Made of oak & <pitch>.", snippet.TextContent);
        Assert.Single(snippet.Children);
    }

    private IRenderedComponent<SearchRow> RowFor(string question) => Render<SearchRow>(parameters => parameters
        .Add(row => row.Hit, SearchIndex.Build(Site).Search(new SearchQuery { Text = question }).Hits[0])
        .Add(row => row.Map, new SiteMap(Site)));
}
