using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>Readers who let their system choose the colours: what a ground or a tone says, an edge or a word says too.</summary>
public class SystemColourTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    [Fact]
    public async Task In_forced_colours_a_notice_and_a_button_keep_an_edge()
    {
        var page = await OpenForcedAsync("/handbook/notices");

        var notices = await page.Locator(".notice").EvaluateAllAsync<bool[]>("all => all.map(notice => parseFloat(getComputedStyle(notice).borderTopWidth) >= 1 && getComputedStyle(notice).borderTopStyle === 'solid')");
        Assert.True(notices.Length >= 4);
        Assert.All(notices, Assert.True);
        Assert.Equal("solid", await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).EvaluateAsync<string>("button => getComputedStyle(button).borderTopStyle"));
    }

    [Fact]
    public async Task In_forced_colours_the_linked_solution_is_marked_by_an_outline()
    {
        var page = await OpenForcedAsync(PageTypes.KnownIssues);
        await page.GetByRole(AriaRole.Link, new() { Name = "Link to solution 2" }).ClickAsync();

        var outlines = await page.Locator("ol.solutions > li").EvaluateAllAsync<string[]>("items => items.map(item => getComputedStyle(item).outlineStyle)");

        Assert.Equal(["none", "solid"], outlines.Take(2));
    }

    [Fact]
    public async Task In_forced_colours_the_current_page_is_marked_in_the_tree()
    {
        var page = await OpenForcedAsync(PageTypes.KnownIssues);

        var edges = await page.GetByRole(AriaRole.Navigation, new() { Name = "All pages" }).GetByRole(AriaRole.Link).EvaluateAllAsync<string[]>(
            "links => links.map(link => (link.getAttribute('aria-current') ?? 'other') + ' ' + getComputedStyle(link).borderInlineStartColor)");

        var current = Assert.Single(edges, edge => edge.StartsWith("page ", StringComparison.Ordinal));
        Assert.DoesNotContain("other " + current["page ".Length..], edges);
    }

    [Fact]
    public async Task Who_wants_more_contrast_gets_no_muted_text()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync(PageTypes.KnownIssues);
        var last = page.GetByText("Last updated");
        var muted = await ColourAsync(last);

        await page.EmulateMediaAsync(new() { Contrast = Contrast.More });

        Assert.NotEqual(muted, await ColourAsync(last));
        Assert.Equal(await ColourAsync(page.GetByRole(AriaRole.Heading, new() { Level = 1 })), await ColourAsync(last));
    }

    private async Task<IPage> OpenForcedAsync(string route)
    {
        var page = await OpenAsync(site.Address);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await page.GotoAsync(route);
        return page;
    }

    private static Task<string> ColourAsync(ILocator text) => text.EvaluateAsync<string>("element => getComputedStyle(element).color");
}
