using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>
/// What holds for every page, at every width, light and dark. A page is opened once and then shown in each way, as on a screen that is turned or resized;
/// everything that is wrong with it is listed.
/// </summary>
public class SoundnessTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    private const string Sideways = "document.scrollingElement.scrollWidth > document.documentElement.clientWidth ? ['It scrolls sideways.'] : []";

    private const string SmallTargets = """
        [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')]
          .filter(e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
          .filter(e => { const own = e.getBoundingClientRect(), box = (e.labels?.[0] ?? e).getBoundingClientRect(); return Math.max(own.width, box.width) < 24 || Math.max(own.height, box.height) < 24; })
          .map(e => 'under 24 px: ' + e.outerHTML.slice(0, 90))
        """;

    private const string Inline = "[...document.querySelectorAll('[style], style, script:not([src]), [onclick], [onload]')].map(e => 'inline: ' + e.outerHTML.slice(0, 80))";

    private const string Outline = """
        (() => {
          const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].filter(heading => !heading.closest('[role=alert]')).map(heading => Number(heading.tagName[1]));
          const isSound = levels[0] === 1 && levels.every((level, index) => index === 0 || level <= levels[index - 1] + 1);
          const counts = [document.querySelectorAll('h1').length, document.querySelectorAll('main').length];
          return [...isSound ? [] : ['The headings go ' + levels], ...counts.every(count => count === 1) ? [] : ['h1 and main: ' + counts]];
        })()
        """;

    private const string Violations = """
        axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
          resultTypes: ['violations'],
        }).then(result => result.violations.map(violation => violation.id + ': ' + violation.nodes[0].html))
        """;

    // The values of WCAG 1.4.12, as a reader's own style sheet.
    private const string SpaceText = """
        (() => {
          const own = new CSSStyleSheet();
          own.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
          document.adoptedStyleSheets = [own];
        })()
        """;

    private static readonly int[] Widths = [320, 375, 768, 1280];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [MemberData(nameof(PageTypes.Routes), MemberType = typeof(PageTypes))]
    public async Task A_page_fits_every_screen_breaks_no_rule_of_accessibility_and_loads_nothing_that_it_need_not(string route)
    {
        var page = await OpenAsync(site.Address);
        var faults = new List<string>();
        var requests = new List<IRequest>();
        var connections = new List<string>();
        page.Request += (_, request) => requests.Add(request);
        page.WebSocket += (_, connection) => connections.Add(connection.Url);
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security", StringComparison.Ordinal) || message.Text.Contains("Refused", StringComparison.Ordinal))
                faults.Add(message.Text);
        };
        await page.GotoAsync(route);
        // A step of the interview is seen as a circuit has drawn it, with a choice made.
        if (PageTypes.Live.Contains(route))
        {
            await page.Locator("html[data-live=true]").WaitForAsync();
            foreach (var option in (await page.GetByRole(AriaRole.Radio).AllAsync()).Take(1))
                await option.CheckAsync(new() { Force = true });
        }
        faults.AddRange(await page.EvaluateAsync<string[]>(Inline));
        faults.AddRange(await page.EvaluateAsync<string[]>(Outline));
        await page.EvaluateAsync(Axe);

        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, width < 600 ? 812 : 900);
                foreach (var check in (string[])[Sideways, SmallTargets, Violations])
                    faults.AddRange((await page.EvaluateAsync<string[]>(check)).Select(fault => $"{width} {scheme}: {fault}"));
            }
        }

        // A desk's screen at 400 %.
        await page.SetViewportSizeAsync(320, 256);
        faults.AddRange(await page.EvaluateAsync<string[]>(Sideways));
        await page.EvaluateAsync(SpaceText);
        faults.AddRange((await page.EvaluateAsync<string[]>(Sideways)).Select(fault => $"with spaced text: {fault}"));
        Assert.Empty(faults);
        Assert.All(requests, request => Assert.Equal(site.Address.Authority, new Uri(request.Url).Authority));
        // Pictures are the author's.
        string[] look = ["/site.css", "/site.js", "/theme.js"];
        string[] circuit = PageTypes.Live.Contains(route) ? ["/_framework/blazor.server.js", "/wizard.js"] : [];
        Assert.Equal(look.Concat(circuit).Order(), requests.Where(request => request.ResourceType is not ("document" or "image" or "other")).Select(PlainName).Order());
        Assert.Equal(circuit.Length == 0 ? [] : [$"ws://{site.Address.Authority}/_blazor"], connections);
    }

    [Theory]
    [InlineData("<h1>One</h1><h3>Three</h3>", "The headings go 1,3")]
    [InlineData("<h1>One</h1><h1>Two</h1>", "h1 and main: 2,1")]
    [InlineData("<h1 style='color: red'>One</h1>", "inline: ")]
    [InlineData("<h1>One</h1><label>A<input type='checkbox'></label>", "under 24 px: <input")]
    [InlineData("<h1>One</h1><table><tr><td><pre>An_extremely_long_line_without_any_place_to_break_it</pre></table>", "sideways")]
    [InlineData("<h1>One</h1><img src='/icon.svg'>", "image-alt")]
    public async Task What_is_unsound_would_be_seen(string main, string fault)
    {
        var page = await OpenAsync(site.Address, width: 320);
        await page.GotoAsync("/keyboard");
        await page.EvaluateAsync(Axe);

        await page.GetByRole(AriaRole.Main).EvaluateAsync("(element, main) => { element.innerHTML = main; }", main);
        var faults = new List<string>();
        foreach (var check in (string[])[Inline, Outline, Sideways, SmallTargets, Violations])
            faults.AddRange(await page.EvaluateAsync<string[]>(check));

        Assert.Contains(faults, found => found.Contains(fault, StringComparison.Ordinal));
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

    /// <summary>Without the part that changes with the file's content.</summary>
    private static string PlainName(IRequest request) => new Uri(request.Url).AbsolutePath is var path && path.Split('.') is [.. { Length: > 0 } name, _, var type] ? $"{string.Join('.', name)}.{type}" : path;
}
