using System.Net;
using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests;

/// <summary>What the site sends is HTML as the standard wants it, also where authors left something open.</summary>
public sealed class ValidityTests
{
    private const string Odd = """
        ---
        title: 'Ends & "odds" <b>'
        ---
        ## Twice

        ## Twice

        <div><p>Raw <b>and open <table><tr><td>cell</table>

        <script>alert(1)</script> <img src="x" onerror="alert(1)">

        > a quote
        > - with a list
        >   ```bash
        >   and code

        | a | b |
        |---|:-:|
        | <td> | `|` |

        [ui-tabs]
        [ui-tab title="<One>"]
        ### Twice
        [/ui-tab]
        [/ui-tabs]
        """;

    // Addresses that no page of the content stands at.
    private static readonly string[] Others =
    [
        "/", "/no/such/page", "/issues", "/issues?q=%22%3Cb%3E&region=&solutionState=none&sort=date&from=99999999", "/issues?solutionState=%22&sort=x",
        "/issues?q=a", "/issues?page=/odd&page=/nowhere&page=/reference/network/known-issues", "/issues?region=North&region=", "/issues?solutionState=available&solutionState=none&solutionState=unspecified", "/issues?tag=network&tag=%22",
        "/search", "/search?q=twice+issue", "/search?q=known+%22%3Cb%3E&kind=page&kind=x&section=odd&page=/odd&region=%22&solutionState=none&tag=%3Cb%3E&from=99999999", "/search?q=%22%3Cb%3Ezzzz", "/keyboard",
    ];

    [Fact]
    public Task Every_page_of_the_shipped_content_is_valid_HTML() => AssertValidAsync(Repository.Content);

    [Fact]
    public Task Every_page_of_a_large_site_is_valid_HTML()
    {
        Assert.SkipUnless(Directory.Exists(ContentTests.Corpus("stack")), $"There is no {ContentTests.Corpus("stack")}.");
        return AssertValidAsync(ContentTests.Corpus("stack"));
    }

    [Fact]
    public async Task A_page_of_odd_Markdown_and_raw_HTML_is_valid_HTML()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", Odd).With("02.odd/docs.md", Odd).With("02.odd/01.odd/docs.md", Odd);
        await AssertValidAsync(content.Path);
    }

    [Fact]
    public async Task What_visitors_see_while_nothing_can_be_shown_is_valid_HTML()
    {
        Assert.SkipUnless(HtmlValidator.Absence is null, HtmlValidator.Absence ?? "");
        await using var site = new Site(Repository.Content, services => services.AddScoped<PublishedKnowledge>(_ => throw new InvalidOperationException()));
        using var validator = new HtmlValidator();
        var failed = await site.Visitor().GetAsync("/");
        validator.Add("/", await failed.Content.ReadAsStringAsync());
        validator.Add("/starting", StartingPage.Html);

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        var problems = await validator.ProblemsAsync();
        Assert.True(problems.Length == 0, problems);
    }

    [Fact]
    public async Task What_is_not_valid_would_be_seen()
    {
        Assert.SkipUnless(HtmlValidator.Absence is null, HtmlValidator.Absence ?? "");
        using var validator = new HtmlValidator();
        validator.Add("/", "<!DOCTYPE html>\n<html lang=\"en\"><head><title>T</title></head><body><ul><p>Not an item</p></ul></body></html>\n");

        Assert.Contains("<p>", await validator.ProblemsAsync());
    }

    private static async Task AssertValidAsync(string folder)
    {
        Assert.SkipUnless(HtmlValidator.Absence is null, HtmlValidator.Absence ?? "");
        await using var site = new Site(folder);
        using var validator = new HtmlValidator();
        var visitor = site.Visitor();
        var pages = site.Services.GetRequiredService<KnowledgePublisher>().Current!.Snapshot.Pages.Where(page => page is { IsRoutable: true, Redirect: null });
        foreach (var address in pages.Select(page => string.Join('/', page.Route.Split('/').Select(Uri.EscapeDataString))).Concat(Others).Distinct())
        {
            var response = await visitor.GetAsync(address);
            validator.Add(address, await response.Content.ReadAsStringAsync());
        }

        var problems = await validator.ProblemsAsync();
        Assert.True(problems.Length == 0, problems);
    }
}
