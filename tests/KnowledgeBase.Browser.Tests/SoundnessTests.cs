using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>What holds for every page, at every width, light and dark.</summary>
public class SoundnessTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    private const string SmallTargets = """
        [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')]
          .filter(e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
          .filter(e => { const own = e.getBoundingClientRect(), box = (e.labels?.[0] ?? e).getBoundingClientRect(); return Math.max(own.width, box.width) < 24 || Math.max(own.height, box.height) < 24; })
          .map(e => e.outerHTML.slice(0, 90))
        """;

    private const string Inline = "[...document.querySelectorAll('[style], style, script:not([src]), [onclick], [onload]')].map(e => e.outerHTML.slice(0, 80))";

    private static readonly int[] Widths = [320, 375, 768, 1280];

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (var (_, route) in PageTypes.All)
            foreach (var width in Widths)
                foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                    views.Add(route, width, scheme);
        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_fits_its_screen_and_breaks_no_rule_of_accessibility(string route, int width, ColorScheme scheme)
    {
        var page = await OpenAsync(site.Address, width: width, scheme: scheme);
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security", StringComparison.Ordinal) || message.Text.Contains("Refused", StringComparison.Ordinal))
                faults.Add(message.Text);
        };
        await page.GotoAsync(route);

        Assert.False(await IsSidewaysAsync(page), "The page scrolls sideways.");
        Assert.Empty(await page.EvaluateAsync<string[]>(Inline));
        Assert.Empty(await page.EvaluateAsync<string[]>(SmallTargets));
        Assert.Equal((1, 1), (await page.Locator("h1").CountAsync(), await page.Locator("main").CountAsync()));
        Assert.Empty(faults);
        var options = new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true }, ["target-size"] = new() { Enabled = true } },
        };
        var result = await page.RunAxe(options);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
    }

    [Theory]
    [MemberData(nameof(PageTypes.Routes), MemberType = typeof(PageTypes))]
    public async Task Readers_who_space_their_text_lose_nothing(string route)
    {
        var page = await OpenAsync(site.Address, width: 320);
        await page.GotoAsync(route);

        // The values of WCAG 1.4.12, as a reader's own style sheet.
        await page.EvaluateAsync("""
            const own = new CSSStyleSheet();
            own.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
            document.adoptedStyleSheets = [own];
            """);

        Assert.False(await IsSidewaysAsync(page), "The page scrolls sideways.");
    }

    [Theory]
    [MemberData(nameof(PageTypes.Routes), MemberType = typeof(PageTypes))]
    public async Task Headings_go_down_level_by_level(string route)
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync(route);

        var levels = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].filter(heading => !heading.closest('[role=alert]')).map(heading => Number(heading.tagName[1]))");

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, string.Join(' ', levels)));
    }

    [Fact]
    public async Task Titles_tell_page_types_apart()
    {
        var page = await OpenAsync(site.Address);
        var titles = new List<string>();
        foreach (var (_, route) in PageTypes.All.Where(type => type.Name != "issues-absurd"))
        {
            await page.GotoAsync(route);
            titles.Add(await page.TitleAsync());
        }

        Assert.Equal(titles.Distinct(), titles);
    }

    [Theory]
    [MemberData(nameof(PageTypes.Routes), MemberType = typeof(PageTypes))]
    public async Task A_page_loads_its_look_and_two_scripts_from_its_own_host_and_nothing_else(string route)
    {
        var page = await OpenAsync(site.Address);
        var requests = new List<(string Kind, Uri Address)>();
        page.Request += (_, request) => requests.Add((request.ResourceType, new Uri(request.Url)));
        await page.GotoAsync(route, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.All(requests, request => Assert.Equal(site.Address.Authority, request.Address.Authority));
        // Pictures are the author's.
        Assert.Equal(["/site.css", "/site.js", "/theme.js"], requests.Where(request => request.Kind is not ("document" or "image" or "other")).Select(request => PlainName(request.Address.AbsolutePath)).Order());
    }

    private static Task<bool> IsSidewaysAsync(IPage page) => page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>Without the part that changes with the file's content.</summary>
    private static string PlainName(string path) => path.Split('.') is [var name, _, var type] ? $"{name}.{type}" : path;
}
