using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>The site with the keyboard alone.</summary>
public class KeyboardTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    // Where a stop lies, and its name where the words of the interface give it; what content names is only counted as one.
    private const string Stop = """
        (() => {
          const stop = document.activeElement;
          if (stop === document.body) return null;
          const name = (stop.getAttribute('aria-label') ?? stop.labels?.[0]?.innerText ?? stop.innerText).trim();
          const region = stop.closest('header.top, nav, main, footer.foot');
          if (region?.matches('main') || region?.matches('main nav, main footer')) return 'main';
          if (region?.matches('nav:not(.top-nav)')) return region.getAttribute('aria-label') ?? document.getElementById(region.getAttribute('aria-labelledby')).innerText;
          return region?.matches('footer') ? 'footer: ' + name : region ? 'header: ' + name : name;
        })()
        """;

    private const string HasOutline = "(() => { const style = getComputedStyle(document.activeElement.closest('.option') ?? document.activeElement); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; })()";

    private static readonly string[] Top = ["Skip to content", "header: Cloud Handbook"];
    private static readonly string[] Search = ["header: Search this site", "header: Search"];
    private static readonly string[] Header = ["header: Known issues", "header: Troubleshoot", "header: Dark theme"];
    private static readonly string[] Footer = ["footer: Known issues", "footer: Feed", "footer: Keyboard and accessibility", "footer: API"];

    public static TheoryData<string, string[]> Orders() => new()
    {
        { "/", ["main"] },
        { "/reference", ["All pages", "main"] },
        { PageTypes.Article, ["All pages", "Breadcrumb", "main", "On this page"] },
        { PageTypes.KnownIssues, ["All pages", "Breadcrumb", "main", "On this page"] },
        { "/issues", ["main"] },
        { PageTypes.Search, ["main"] },
        { "/keyboard", ["All pages", "main"] },
        { "/no/such/page", ["All pages", "main"] },
        { PageTypes.Question, ["Back", "main"] },
        { PageTypes.Result, ["Back", "main"] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task The_tab_key_goes_through_a_page_as_it_is_read_and_shows_where_it_is(string route, string[] between)
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync(route);
        var stops = new List<string>();
        for (var tabs = 0; tabs < 300; tabs++)
        {
            if (tabs == 0)
                await StepInAsync(page);
            else
                await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(Stop) is not { } stop)
                break;
            Assert.True(await page.EvaluateAsync<bool>(HasOutline), $"The focus does not show: {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 100)")}");
            if (stops.LastOrDefault() != stop)
                stops.Add(stop);
        }

        // Home shows the search field with the text.
        Assert.Equal([.. Top, .. route == "/" ? [] : Search, .. Header, .. between, .. Footer], stops);
    }

    [Theory]
    [MemberData(nameof(PageTypes.Routes), MemberType = typeof(PageTypes))]
    public async Task The_first_stop_leads_to_the_text(string route)
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync(route);

        await StepInAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Escape_closes_the_menu_of_a_phone_and_the_focus_is_where_it_was(bool hasScripts)
    {
        var page = await OpenAsync(site.Address, hasScripts, width: 375);
        await page.GotoAsync("/handbook/links");
        var menu = page.GetByRole(AriaRole.Button, new() { Name = "Menu" });

        await menu.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "All pages" })).ToBeHiddenAsync();
        await Assertions.Expect(menu).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_known_issue_and_one_of_its_solutions_are_reached_and_quoted_without_a_mouse()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Known issues" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Idle TCP sessions being closed" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Link to solution 3" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.EndsWith("#idle-tcp-sessions-being-closed--sg-same-project", page.Url);
    }

    [Fact]
    public async Task Code_that_is_wider_than_the_page_scrolls_with_the_arrow_keys()
    {
        var page = await OpenAsync(site.Address, width: 320);
        await page.GotoAsync(PageTypes.Article);
        var code = page.Locator("pre").First;

        await code.FocusAsync();
        // A key that comes before the page is drawn scrolls nothing; who sees that presses again.
        var scrolled = 0.0;
        for (var presses = 0; presses < 50 && scrolled == 0; presses++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await page.WaitForTimeoutAsync(100);
            scrolled = await code.EvaluateAsync<double>("code => code.scrollLeft");
        }

        Assert.True(scrolled > 0, "The code does not scroll.");
    }

    /// <summary>To the first stop of a page. A step of the wizard, and a page that tells of a mistake, begin further on; there the first stop lies behind.</summary>
    private static async Task StepInAsync(IPage page)
    {
        // A circuit draws a step anew, in which a key may find nothing.
        if (await page.Locator("[data-paused]").CountAsync() > 0)
            await page.Locator("html[data-live=true]").WaitForAsync();
        if (await page.Locator("[autofocus]").CountAsync() > 0)
            await page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" }).FocusAsync();
        else
            await page.Keyboard.PressAsync("Tab");
    }
}
