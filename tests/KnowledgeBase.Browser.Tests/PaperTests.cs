using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace KnowledgeBase.Browser.Tests;

/// <summary>Pages as they come out of a printer.</summary>
public class PaperTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    [Fact]
    public async Task A_printed_page_holds_its_text_and_the_addresses_of_its_links_and_no_navigation()
    {
        var text = await PrintAsync(PageTypes.KnownIssues);

        Assert.Contains("Idle TCP sessions being closed", text);
        Assert.Contains("net.ipv4.tcp_keepalive_intvl", text);
        Assert.Contains("Solution available", text);
        Assert.Contains($"Printed from {new Uri(site.Address, PageTypes.KnownIssues)}", text);
        Assert.All((string[])["Skip to content", "On this page", "Dark theme", "Copy link", "Copy reply", "Permalink", "Previous", "Feed"], word => Assert.DoesNotContain(word, text));
    }

    [Fact]
    public async Task On_paper_the_address_stands_behind_a_link_and_code_is_whole()
    {
        var text = await PrintAsync("/");
        var article = await PrintAsync(PageTypes.Article);

        Assert.Contains("(/support)", text);
        Assert.Contains("A blank line starts a new paragraph. Press <kbd>Ctrl</kbd> + <kbd>C</kbd> to stop.", article);
    }

    [Fact]
    public async Task The_list_of_issues_is_printed_with_its_filters_in_its_address()
    {
        var text = await PrintAsync("/issues?solutionState=none");

        Assert.Contains("High TCP setup delay", text);
        Assert.Contains("/issues?solutionState=none", text);
        Assert.All((string[])["Show issues", "Sort by", "JSON"], word => Assert.DoesNotContain(word, text));
    }

    private async Task<string> PrintAsync(string route)
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync(route);
        using var pdf = PdfDocument.Open(await page.PdfAsync());
        // Lines end where the paper does.
        return string.Join(' ', string.Join(' ', pdf.GetPages().Select(sheet => ContentOrderTextExtractor.GetText(sheet))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
