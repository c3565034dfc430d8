using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>Ways through the site that customers go, with scripts and without.</summary>
public partial class ReadingTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_customer_gets_from_the_home_page_to_a_known_issue(bool hasScripts)
    {
        var page = await OpenAsync(site.Address, hasScripts);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Reference", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "All pages" }).GetByRole(AriaRole.Link, new() { Name = "Network", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "All pages" }).GetByRole(AriaRole.Link, new() { NameRegex = KnownIssues() }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Link to “Idle TCP sessions being closed”" }).ClickAsync();

        Assert.EndsWith("/reference/network/known-issues#idle-tcp-sessions-being-closed", page.Url);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Idle TCP sessions being closed" })).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_menu_of_a_phone_opens_and_closes(bool hasScripts)
    {
        var page = await OpenAsync(site.Address, hasScripts, width: 375);
        await page.GotoAsync("/handbook/links");
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "All pages" });
        await Assertions.Expect(menu).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await Assertions.Expect(menu.GetByRole(AriaRole.Link, new() { Name = "Dates" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(menu).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(true, "a:target-current")]
    [InlineData(false, "a[aria-current=true]")]
    public async Task The_list_of_contents_follows_the_scroll(bool browserTells, string current)
    {
        var page = await OpenAsync(site.Address);
        if (!browserTells)
            await page.AddInitScriptAsync("CSS.supports = () => false");
        await page.GotoAsync(PageTypes.Article);
        var contents = page.GetByRole(AriaRole.Navigation, new() { Name = "On this page" });
        Assert.SkipUnless(!browserTells || await page.EvaluateAsync<bool>("CSS.supports('scroll-target-group: auto')"), "This browser does not mark the current section.");

        foreach (var section in (string[])["Tabs", "Footnotes", "Tables"])
        {
            await page.GetByRole(AriaRole.Heading, new() { Name = section, Exact = true }).EvaluateAsync("heading => heading.scrollIntoView()");
            await Assertions.Expect(contents.Locator(current)).ToHaveTextAsync(section);
        }
    }

    [GeneratedRegex("^Known Issues")]
    private static partial Regex KnownIssues();
}
