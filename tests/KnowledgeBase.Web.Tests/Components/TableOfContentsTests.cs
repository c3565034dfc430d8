using Bunit;
using KnowledgeBase.Content;
using KnowledgeBase.Web.Components.Pages.Article;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class TableOfContentsTests : BunitContext
{
    [Fact]
    public void Sections_stand_below_their_chapter()
    {
        var contents = Render<OnThisPage>(parameters => parameters.Add(list => list.Contents, TableOfContents.Of(
            [new Heading(3, "first", "First"), new Heading(2, "hull", "Hull"), new Heading(3, "seams", "Seams"), new Heading(4, "deep", "Deep"), new Heading(2, "überall", "Everywhere")])));

        Assert.Equal(["First", "Hull", "Seams", "Everywhere"], contents.FindAll("a").Select(link => link.TextContent));
        Assert.Equal("Seams", contents.Find("li > ul a").TextContent);
        Assert.Equal("#%C3%BCberall", contents.FindAll("a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void Headings_that_tabs_repeat_are_told_apart_by_the_name_of_their_tab()
    {
        const string Tabs = """
            ## Install it

            [ui-tabs]
            [ui-tab title="Linux"]
            ### Unpack
            ### Start
            [/ui-tab]
            [ui-tab title="macOS"]
            ### Unpack
            [/ui-tab]
            [/ui-tabs]

            ### Unpack
            """;
        var page = Pages.Site(("01.client", "Client", Tabs)).Pages.Single();
        var contents = Render<OnThisPage>(parameters => parameters.Add(list => list.Contents, TableOfContents.Of(page.Headings)));

        Assert.Equal(["Install it", "Unpack: Linux", "Start", "Unpack: macOS", "Unpack"], contents.FindAll("a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Two_headings_need_no_list(int count, bool isShown) =>
        Assert.Equal(isShown, TableOfContents.Of(Enumerable.Range(1, count).Select(number => new Heading(2, $"h{number}", "Heading"))).IsShown);
}
