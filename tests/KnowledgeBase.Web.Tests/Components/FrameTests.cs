using System.Net;
using AngleSharp.Html.Dom;

namespace KnowledgeBase.Web.Tests.Components;

/// <summary>What stands around every page.</summary>
public sealed class FrameTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Fact]
    public async Task The_parts_of_a_page_follow_each_other_as_they_are_read()
    {
        var page = await handbook.Site.ReadAsync("/ropes");

        Assert.Equal(["Skip to content", "Harbour Manual"], page.QuerySelectorAll("body a").Take(2).Select(link => link.TextContent.Trim()));
        Assert.Equal(["header", "nav All pages", "main", "nav on-this-page--title", "footer"], page.QuerySelectorAll("header.top, nav.tree, nav.crumbs, main, nav.toc, footer.foot").Select(NameOf));

        static string NameOf(AngleSharp.Dom.IElement part) => $"{part.LocalName} {part.GetAttribute("aria-label") ?? part.GetAttribute("aria-labelledby")}".Trim();
    }

    [Theory]
    [InlineData("/ropes?from=mail", "http://localhost/ropes")]
    [InlineData("/issues?solutionState=none", "http://localhost/issues?solutionState=none")]
    public async Task On_paper_a_page_names_its_address(string asked, string expected) =>
        Assert.Equal($"Printed from {expected}", (await handbook.Site.ReadAsync(asked)).QuerySelector("footer .print-url")!.TextContent);

    [Fact]
    public async Task The_footer_leads_to_what_machines_read_and_names_the_edition()
    {
        var footer = (await handbook.Site.ReadAsync("/ropes")).QuerySelector("body > footer")!;

        Assert.Equal(["/issues", "/issues.atom", "/keyboard", "/openapi/v1.json"], footer.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("known issues", footer.TextContent);
    }

    [Theory]
    [InlineData("/ropes")]
    [InlineData("/issues")]
    [InlineData("/nowhere")]
    [InlineData("/keyboard")]
    public async Task Every_page_can_be_left_by_searching(string address)
    {
        var page = await Site.ParseAsync(await handbook.Site.Visitor().GetAsync(address));
        var form = page.QuerySelector("header form[role=search]")!;

        Assert.Equal("/search", form.GetAttribute("action"));
        Assert.Equal("Search this site", form.QuerySelector("label[for=q]")!.TextContent);
        Assert.Equal("", ((IHtmlInputElement)form.QuerySelector("input[type=search][name=q]")!).Value);
        Assert.Equal("Search", form.QuerySelector("button")!.TextContent);
    }

    [Fact]
    public async Task The_head_names_the_page_for_search_engines_and_previews()
    {
        var head = (await handbook.Site.ReadAsync("/ropes?from=mail")).Head!;

        Assert.Equal("http://localhost/ropes", head.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(("Ropes", "article"), (Meta("og:title"), Meta("og:type")));
        Assert.Equal("website", (await handbook.Site.ReadAsync("/")).Head!.QuerySelector("meta[property='og:type']")!.GetAttribute("content"));

        string? Meta(string property) => head.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
    }

    [Fact]
    public async Task A_page_that_is_none_has_no_address_of_its_own()
    {
        var response = await handbook.Site.Visitor().GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null((await Site.ParseAsync(response)).QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public async Task The_words_of_the_copy_button_come_with_the_page()
    {
        var page = await handbook.Site.ReadAsync("/ropes");

        var button = Assert.IsAssignableFrom<IHtmlTemplateElement>(page.QuerySelector("template")).Content.QuerySelector("button")!;
        Assert.Equal(("Copy", "Copied"), (button.TextContent, button.GetAttribute("data-done")));
        Assert.Equal("Not copied", page.QuerySelector("[role=status]")!.GetAttribute("data-failed"));
    }

    [Fact]
    public async Task A_page_with_a_part_that_cannot_be_built_shows_the_rest_and_says_so()
    {
        using var content = new ContentOnDisk()
            .With("01.home/docs.md", "Hello.\n")
            .With("02.deep/docs.md", "---\ntitle: Deep\n---\nSound words.\n\n" + string.Concat(Enumerable.Repeat("<div>", 400)) + "inside\n\nStill sound.\n")
            .With("03.other/docs.md", "---\ntitle: Other\n---\nFine.\n");
        await using var site = new Site(content.Path);
        var page = await site.ReadAsync("/deep");

        Assert.Contains("could not be shown", page.QuerySelector("main [role=note]")!.TextContent);
        Assert.Contains("Sound words.", page.QuerySelector("main")!.TextContent);
        Assert.Contains("Still sound.", page.QuerySelector("main")!.TextContent);
        Assert.Null((await site.ReadAsync("/other")).QuerySelector("main [role=note]"));
    }

    [Theory]
    [InlineData("/issues?from=99999999999999999999")]
    [InlineData("/issues?from=-1")]
    [InlineData("/issues?solutionState=perhaps&sort=colour")]
    [InlineData("/issues?region=%00&tag=%F0%9F%98%80&page=..%2F..&q=%25")]
    public async Task An_absurd_filter_gives_a_page_with_a_hint_or_without_issues(string address)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);
        var main = (await Site.ParseAsync(response)).QuerySelector("main")!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(main.QuerySelector("[role=note]") is not null || main.TextContent.Contains("No known issue fits"), main.TextContent);
    }
}
