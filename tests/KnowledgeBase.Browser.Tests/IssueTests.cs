using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>Ways to a known issue and out of it, with scripts and without.</summary>
public partial class IssueTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    private const string Issues = "/reference/network/known-issues";
    private const string Alternative = "idle-tcp-sessions-being-closed--app-keepalive";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_customer_gets_from_the_home_page_to_one_of_several_solutions(bool hasScripts)
    {
        var page = await OpenAsync(site.Address, hasScripts);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Known issues" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Idle TCP sessions being closed" }).ClickAsync();
        await page.GetByRole(AriaRole.Article, new() { Name = "Idle TCP sessions being closed" }).GetByRole(AriaRole.Link, new() { Name = "Link to solution 2" }).ClickAsync();

        Assert.EndsWith($"{Issues}#{Alternative}", page.Url);
        await Assertions.Expect(page.Locator($"li#{Alternative}:target")).ToBeInViewportAsync();
        var grounds = await page.Locator("ol.solutions > li").EvaluateAllAsync<string[]>("items => items.map(item => getComputedStyle(item).backgroundColor)");
        Assert.NotEqual(grounds[0], grounds[1]);
    }

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 1280)]
    [InlineData(true, 375)]
    [InlineData(false, 375)]
    public async Task Support_filters_the_list_and_takes_the_filter_away(bool hasScripts, int width)
    {
        var page = await OpenAsync(site.Address, hasScripts, width);
        await page.GotoAsync("/issues");
        var rows = page.GetByRole(AriaRole.Main).Locator("ul.rows > li");
        var all = await rows.CountAsync();

        if (width < 600)
            await page.GetByText("Filters").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = NoSolution() }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show issues" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"of {all} issues")).ToBeVisibleAsync();

        Assert.Contains("solutionState=none", page.Url);
        Assert.InRange(await rows.CountAsync(), 1, all - 1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter No solution yet" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(all);
    }

    [Fact]
    public async Task Support_copies_a_link_and_a_reply_for_a_ticket()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync(Issues + "?from=mail");
        var issue = page.GetByRole(AriaRole.Article, new() { Name = "Idle TCP sessions being closed" });

        await issue.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied");
        Assert.Equal(new Uri(site.Address, Issues) + "#idle-tcp-sessions-being-closed", await ClipboardAsync(page));
        await issue.GetByRole(AriaRole.Button, new() { Name = "Copy reply with number 4" }).ClickAsync();
        await Assertions.Expect(issue.GetByRole(AriaRole.Button, new() { Name = "Copy reply with number 4" })).ToHaveTextAsync("Copied");
        var reply = await ClipboardAsync(page);

        Assert.StartsWith("Idle TCP sessions being closed: ", reply);
        Assert.Contains("net.ipv4.tcp_keepalive_intvl", reply);
        Assert.EndsWith($"\n\n{new Uri(site.Address, Issues)}#idle-tcp-sessions-being-closed--kernel-keepalive", reply);
    }

    [Fact]
    public async Task Code_is_copied_as_it_is_typed()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/handbook/markdown");
        var code = page.Locator(".code").First;

        await code.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(code.GetByRole(AriaRole.Button)).ToHaveTextAsync("Copied");

        Assert.Equal(await code.Locator("code").TextContentAsync(), await ClipboardAsync(page));
        await Assertions.Expect(code.GetByRole(AriaRole.Button)).ToHaveTextAsync("Copy");
    }

    [Fact]
    public async Task A_browser_that_refuses_to_copy_is_not_passed_over_in_silence()
    {
        var page = await OpenAsync(site.Address);
        await page.AddInitScriptAsync("navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))");
        await page.GotoAsync(Issues);
        var button = page.GetByRole(AriaRole.Article, new() { Name = "Idle TCP sessions being closed" }).GetByRole(AriaRole.Button, new() { Name = "Copy link" });

        await button.ClickAsync();

        await Assertions.Expect(button).ToHaveTextAsync("Not copied");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Not copied");
        await Assertions.Expect(button).ToHaveTextAsync("Copy link");
    }

    [Fact]
    public async Task Without_scripts_nothing_dead_is_shown()
    {
        var page = await OpenAsync(site.Address, hasScripts: false);
        var dead = new List<string>();
        foreach (var (_, route) in PageTypes.All)
        {
            await page.GotoAsync(route);
            dead.AddRange((await page.Locator(".js:visible, [data-copy]:visible").AllInnerTextsAsync()).Select(text => $"{route}: {text}"));
        }

        Assert.Empty(dead);
    }

    [Fact]
    public async Task A_chosen_theme_survives_a_reload_and_the_systems_is_followed_again()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/issues");
        var theme = page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" });
        var before = await GroundAsync(page);

        await theme.ClickAsync();
        await page.ReloadAsync();

        await Assertions.Expect(theme).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.NotEqual(before, await GroundAsync(page));
        await theme.ClickAsync();
        Assert.Equal(before, await GroundAsync(page));
        Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('theme')"));
    }

    [Fact]
    public async Task A_chosen_theme_is_there_at_the_first_paint()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" }).ClickAsync();
        var dark = await GroundAsync(page);

        // Whatever comes after the first paint is not there yet.
        await page.RouteAsync("**/site*.js", route => route.AbortAsync());
        await page.ReloadAsync();

        Assert.Equal(dark, await GroundAsync(page));
        Assert.Equal("dark", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme"));
    }

    [Fact]
    public async Task Printed_the_list_is_only_the_list()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/issues");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Idle TCP sessions being closed" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input:visible, button:visible, nav:visible")).ToHaveCountAsync(0);
    }

    private static Task<string> ClipboardAsync(IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");

    private static Task<string> GroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    [GeneratedRegex("^No solution yet")]
    private static partial Regex NoSolution();
}
