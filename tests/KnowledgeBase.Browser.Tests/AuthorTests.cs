using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>An author with the page open beside the editor.</summary>
public class AuthorTests(PublishedSite program, Browser browser) : BrowserTests(browser)
{
    [Fact]
    public async Task A_save_shows_in_the_open_page_which_stays_where_it_is()
    {
        using var content = new ContentFolder().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.page/default.md", Long("first"));
        await using var site = await program.StartAsync(content.Path, "--environment=Development", "--author");
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/page");
        await Assertions.Expect(page.GetByText("0 findings on this page, 0 in all")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.isSamePage = true; scrollTo(0, 900); }");

        content.With("pages/02.page/default.md", Long("second"));

        await Assertions.Expect(page.GetByText("It says second.")).ToBeAttachedAsync();
        Assert.Equal(900, await page.EvaluateAsync<int>("Math.round(scrollY)"));
        Assert.True(await page.EvaluateAsync<bool>("window.isSamePage === true"));
    }

    [Fact]
    public async Task A_mistake_is_listed_with_file_line_and_advice_and_goes_when_it_is_corrected()
    {
        using var content = new ContentFolder().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.page/default.md", Long("first"));
        await using var site = await program.StartAsync(content.Path, "--environment=Development", "--author");
        var page = await OpenAsync(site.Address);
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security", StringComparison.Ordinal))
                refused.Add(message.Text);
        };
        await page.GotoAsync("/page");
        await page.GetByText("0 findings on this page, 0 in all").ClickAsync();
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "For the author" });

        content.With("pages/02.page/default.md", "---\ntitle: Page\n---\n[x](nowhere)\n");
        await Assertions.Expect(panel.GetByText("02.page/default.md:4").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("1 finding on this page, 1 in all")).ToBeVisibleAsync();
        content.With("pages/02.page/default.md", Long("second"));

        await Assertions.Expect(panel.GetByText("Nothing to report.").First).ToBeVisibleAsync();
        Assert.Empty(refused);
    }

    private static string Long(string word) => $"---\ntitle: Page\n---\nIt says {word}.\n\n" + string.Concat(Enumerable.Range(0, 80).Select(number => $"Paragraph {number} of the page.\n\n"));
}
