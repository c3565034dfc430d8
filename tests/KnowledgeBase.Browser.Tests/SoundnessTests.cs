using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>What holds for every page, at every width, light and dark.</summary>
public class SoundnessTests(PublishedSite site, Browser browser)
{
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
        var page = await browser.OpenAsync(site.Address, width: width, scheme: scheme);
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security", StringComparison.Ordinal) || message.Text.Contains("Refused", StringComparison.Ordinal))
                refused.Add(message.Text);
        };
        await page.GotoAsync(route);

        var isSideways = await page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth > document.documentElement.clientWidth");
        var inline = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[style], style, script:not([src]), [onclick], [onload]')].map(e => e.outerHTML.slice(0, 80))");
        Assert.False(isSideways, "The page scrolls sideways.");
        Assert.Empty(inline);
        Assert.Empty(refused);
        var options = new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true }, ["target-size"] = new() { Enabled = true } },
        };
        var result = await page.RunAxe(options);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
    }
}
