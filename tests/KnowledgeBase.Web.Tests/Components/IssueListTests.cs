using System.Net;
using AngleSharp.Html.Dom;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class IssueListTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Theory]
    [InlineData("", "creaks,floats,breaks,fades,drags")]
    [InlineData("?q=noise", "creaks")]
    [InlineData("?region=west", "floats")]
    [InlineData("?region=", "breaks,fades,drags")]
    [InlineData("?solutionState=none&solutionState=unspecified", "breaks,fades")]
    [InlineData("?tag=rope&solutionState=available", "creaks,floats")]
    [InlineData("?page=%2Fanchors%2Fknown-issues", "drags")]
    [InlineData("?sort=date", "drags,creaks,floats,breaks,fades")]
    [InlineData("?from=3", "fades,drags")]
    [InlineData("?q=&region=north&unknown=1", "creaks,floats")]
    public async Task The_address_decides_what_is_shown(string query, string expected) => Assert.Equal(expected, Titles(await ListAsync(query)));

    [Theory]
    [InlineData("?solutionState=wrong", "state that does not exist")]
    [InlineData("?sort=colour", "order that does not exist")]
    [InlineData("?from=-5", "part of the list that does not exist")]
    [InlineData("?from=99999999999999999999", "part of the list that does not exist")]
    [InlineData("?from=2000000000", "part of the list that does not exist")]
    [InlineData("?from=ten", "part of the list that does not exist")]
    public async Task What_cannot_be_is_left_out_with_a_hint(string query, string hint)
    {
        var page = await ListAsync(query);

        Assert.Contains(hint, page.QuerySelector("[role=note]")!.TextContent);
        Assert.Equal(5, page.QuerySelectorAll("main ul.rows > li").Length);
    }

    [Theory]
    [InlineData("/issues", "All known issues – Harbour Manual")]
    [InlineData("/issues?solutionState=none&region=South", "All known issues: Region South, No solution yet – Harbour Manual")]
    [InlineData("/issues?q=a&solutionState=none&region=South&region=North&tag=rope", "All known issues: “a”, Region South, Region North, … – Harbour Manual")]
    public async Task The_title_names_the_filters_so_that_tabs_can_be_told_apart(string address, string title) =>
        Assert.Equal(title, (await handbook.Site.ReadAsync(address)).Title);

    [Fact]
    public async Task Ten_thousand_letters_are_cut_with_a_hint()
    {
        var page = await ListAsync("?q=" + new string('x', 10_000));

        Assert.Contains("first 400 characters", page.QuerySelector("[role=note]")!.TextContent);
        Assert.Contains("No known issue fits", page.QuerySelector("main")!.TextContent);
        Assert.Equal(400, ((IHtmlInputElement)page.QuerySelector("main input[name=q]")!).Value.Length);
    }

    [Fact]
    public async Task A_thousand_filters_are_too_many()
    {
        var page = await ListAsync("?" + string.Join('&', Enumerable.Range(0, 1000).Select(number => $"tag={number}")));

        Assert.Contains("some were left out", page.QuerySelector("[role=note]")!.TextContent);
    }

    [Fact]
    public async Task Facets_say_how_many_issues_a_choice_would_show()
    {
        var page = await ListAsync("?region=North");
        var facets = page.QuerySelectorAll("fieldset").ToDictionary(
            facet => facet.QuerySelector("legend")!.TextContent, facet => string.Join(", ", facet.QuerySelectorAll("label").Select(label => label.TextContent.Trim())));

        Assert.Equal("Ropes2, Anchors0", facets["Page"]);
        Assert.Equal("North2, South2, Not stated3", facets["Affected region"]);
        Assert.Equal("Solution or workaround2, No solution yet0, Solution not stated0", facets["State"]);
        Assert.Equal("rope2", facets["Tag"]);
        Assert.Equal(["North"], page.QuerySelectorAll("input[type=checkbox]").Cast<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value));
        Assert.Contains("2 of 5 issues", page.QuerySelector("main")!.TextContent);
        Assert.Contains("1 chosen", page.QuerySelector("summary:not(nav summary)")!.TextContent);
    }

    [Fact]
    public async Task Each_chip_takes_one_filter_away()
    {
        var page = await ListAsync("?q=rope&region=North&region=&solutionState=available&tag=rope&sort=date");
        var chips = page.QuerySelectorAll("ul.chips a").ToDictionary(chip => chip.TextContent.Trim(), chip => chip.GetAttribute("href"));

        Assert.Equal(["Remove filter “rope”", "Remove filter Region North", "Remove filter Region not stated", "Remove filter Solution or workaround", "Remove filter Tag rope"], chips.Keys);
        Assert.Equal("/issues?q=rope&region=&solutionState=available&tag=rope&sort=date", chips["Remove filter Region North"]);
        Assert.Equal("/issues?region=North&region=&solutionState=available&tag=rope&sort=date", chips["Remove filter “rope”"]);
    }

    [Fact]
    public async Task The_same_list_is_there_for_scripts()
    {
        var page = await ListAsync("?q=noise&region=north&sort=date");
        var address = page.QuerySelectorAll("main a").Single(link => link.TextContent == "This list as JSON").GetAttribute("href")!;

        Assert.Equal("/api/v1/issues?q=noise&region=north", address);
        Assert.Equal(HttpStatusCode.OK, (await handbook.Site.Visitor().GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_row_says_state_problem_page_regions_and_number_of_solutions()
    {
        var row = (await ListAsync("?q=noise")).QuerySelector("main ul.rows > li")!;

        Assert.Equal("/ropes/known-issues#rope-creaks", row.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Equal("Solution available", row.QuerySelector(".state")!.TextContent);
        Assert.Equal("It makes a noise with creak_level high.", row.QuerySelector("p")!.TextContent);
        Assert.Equal(["Ropes", "Regions North, South", "1 solution"], row.QuerySelectorAll(".meta > span").Select(span => span.TextContent));
    }

    [Fact]
    public async Task What_a_visitor_types_stays_text()
    {
        var page = await ListAsync("?q=%3Cscript%3Ealert(1)%3C/script%3E&tag=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&page=%3Cb%3E&region=%3Ci%3E");

        Assert.Empty(page.QuerySelectorAll("script:not([src]), img, b:not(main .meta > b), i, [onerror]"));
        Assert.Equal("<script>alert(1)</script>", ((IHtmlInputElement)page.QuerySelector("main input[name=q]")!).Value);
    }

    [Fact]
    public async Task A_long_list_comes_in_parts_of_fifty()
    {
        var body = string.Concat(Enumerable.Range(1, 120).Select(number => $"## Leak {number}\n\n**Problem Statement:** Water.\n\n"));
        using var content = new ContentOnDisk().With("pages/01.known-issues/docs.md", $"---\ntitle: Known Issues\n---\n{body}");
        await using var site = new Site(content.Path);

        var first = await site.ReadAsync("/issues");
        var middle = await site.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var last = await site.ReadAsync(middle.QuerySelector("main a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal([50, 50, 20], new[] { first, middle, last }.Select(page => page.QuerySelectorAll("ul.rows > li").Length));
        Assert.Equal("Leak 101", last.QuerySelector("h2")!.TextContent);
        Assert.Null(last.QuerySelector("main a[rel=next]"));
        Assert.Equal("/issues", middle.QuerySelector("main a[rel=prev]")!.GetAttribute("href"));
        Assert.Contains("51–100 of 120", middle.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task The_list_and_a_page_called_known_issues_are_told_apart()
    {
        using var content = new ContentOnDisk().With("pages/01.home/docs.md", "---\ntitle: Home\n---\n")
            .With("pages/02.known-issues/docs.md", "---\ntitle: Known Issues\n---\n## Leak\n\n**Problem Statement:** Water.\n");
        await using var site = new Site(content.Path);

        Assert.NotEqual((await site.ReadAsync("/known-issues")).Title, (await site.ReadAsync("/issues")).Title, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/issues", false)]
    [InlineData("/issues?region=North", true)]
    public async Task Where_no_issue_names_a_region_none_is_offered_but_a_chosen_one_can_be_taken_back(string address, bool isOffered)
    {
        using var content = new ContentOnDisk().With("01.hull/docs.md", "---\ntitle: Hull\n---\n## It leaks\n\n**Problem Statement:** Water.\n");
        await using var site = new Site(content.Path);

        Assert.Equal(isOffered, (await site.ReadAsync(address)).QuerySelectorAll("main legend").Any(legend => legend.TextContent == "Affected region"));
    }

    [Fact]
    public async Task A_site_without_known_issues_leads_nobody_to_them()
    {
        using var content = new ContentOnDisk().With("pages/01.home/docs.md", "---\ntitle: Home\n---\nHello.\n");
        await using var site = new Site(content.Path);

        Assert.Empty((await site.ReadAsync("/")).QuerySelectorAll("a[href^='/issues'], link[type='application/atom+xml']"));
        Assert.Contains("No known issue", (await site.ReadAsync("/issues")).QuerySelector("main")!.TextContent);
    }

    private Task<IHtmlDocument> ListAsync(string query) => handbook.Site.ReadAsync("/issues" + query);

    private static string Titles(IHtmlDocument page) => string.Join(',', page.QuerySelectorAll("main ul.rows h2").Select(title => title.TextContent.Split(' ')[1]));
}
