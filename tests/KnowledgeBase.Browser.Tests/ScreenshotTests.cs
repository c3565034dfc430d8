using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>Pictures of every page type to look at, in <c>artifacts/screenshots</c>; <c>tests/screenshots.sh</c> takes them and nothing else.</summary>
public class ScreenshotTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "screenshots");

    [Theory]
    [InlineData(375, ColorScheme.Light)]
    [InlineData(375, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Every_page_type_can_be_looked_at(int width, ColorScheme scheme)
    {
        var page = await OpenAsync(site.Address, width: width, scheme: scheme);
        foreach (var (name, route) in PageTypes.All)
        {
            await page.GotoAsync(route);
            var path = Path.Combine(Folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png");
            await page.ScreenshotAsync(new() { Path = path, FullPage = true });

            Assert.True(new FileInfo(path).Length > 1000, $"{path} shows nothing.");
        }
    }
}
