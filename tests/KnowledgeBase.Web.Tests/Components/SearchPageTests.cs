using System.Net;
using AngleSharp.Html.Dom;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class SearchPageTests(Handbook handbook) : IClassFixture<Handbook>
{
    public static TheoryData<string> Absurd => AbsurdQuestions.All;

    [Fact]
    public async Task The_page_says_how_much_was_found_for_what()
    {
        var page = await SearchAsync("?q=noise");

        Assert.Equal("Search: 1 result", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("for “noise”.", page.QuerySelector("main .lead")!.TextContent.Trim());
        Assert.Equal("noise – Search – Harbour Manual", page.Title);
        Assert.Equal("noise", ((IHtmlInputElement)Assert.Single(page.QuerySelectorAll("input[type=search]"))).Value);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_correction_is_offered_and_never_taken_silently()
    {
        var page = await SearchAsync("?q=rope+spllices&kind=page");
        var lead = page.QuerySelector("main .lead")!;

        Assert.Equal("for “rope spllices”. Did you mean rope splices?", lead.TextContent.Trim());
        Assert.Equal("/search?q=rope%20splices&kind=page", lead.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("splices", lead.QuerySelector("a b")!.TextContent);
    }

    [Fact]
    public async Task Filters_say_how_many_results_a_choice_would_leave()
    {
        var page = await SearchAsync("?q=rope&kind=issue");
        var facets = page.QuerySelectorAll("main fieldset").ToDictionary(
            facet => facet.QuerySelector("legend")!.TextContent, facet => string.Join(", ", facet.QuerySelectorAll("label").Select(label => label.TextContent.Trim())));

        Assert.StartsWith("Known issues4, ", facets["Kind"]);
        Assert.Equal("Solution or workaround2, No solution yet1, Solution not stated1", facets["State"]);
        Assert.Equal(["issue"], page.QuerySelectorAll("main input[type=checkbox]").Cast<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value));
        Assert.Equal("rope", page.QuerySelector("main input[type=hidden][name=q]")!.GetAttribute("value"));
        Assert.Equal("Search: 4 results", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("1 chosen", page.QuerySelector("main summary")!.TextContent);
    }

    [Fact]
    public async Task What_all_results_have_in_common_is_no_filter()
    {
        var page = await SearchAsync("?q=rope&kind=issue");

        Assert.DoesNotContain("Tag", page.QuerySelectorAll("main legend").Select(legend => legend.TextContent));
        Assert.Empty((await SearchAsync("?q=noise")).QuerySelectorAll("nav.pager"));
    }

    [Fact]
    public async Task Each_chip_takes_one_filter_away()
    {
        var page = await SearchAsync("?q=rope&kind=issue&section=/ropes/&page=ropes/known-issues&region=North&solutionState=available&tag=rope");
        var chips = page.QuerySelectorAll("ul.chips a").ToDictionary(chip => chip.TextContent.Trim(), chip => chip.GetAttribute("href"));

        Assert.Equal(
            ["Remove filter Known issues", "Remove filter Part Ropes", "Remove filter Known Issues: Ropes", "Remove filter Region North", "Remove filter Solution or workaround", "Remove filter Tag rope"], chips.Keys);
        Assert.Equal("/search?q=rope&section=ropes&page=%2Fropes%2Fknown-issues&region=North&solutionState=available&tag=rope", chips["Remove filter Known issues"]);
    }

    [Fact]
    public async Task Filters_that_leave_nothing_can_be_taken_away()
    {
        var page = await SearchAsync("?q=noise&kind=page&tag=none-such");

        Assert.Equal("Search: no results", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("ul.chips a").Length);
        Assert.Equal("/search?q=noise", page.QuerySelectorAll("main a").Single(link => link.TextContent == "All results, without filters").GetAttribute("href"));
        Assert.Equal(["none-such"], page.QuerySelectorAll("input[name=tag]").Cast<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value));
    }

    [Fact]
    public async Task Nothing_asked_is_a_page_with_the_field_and_the_parts_of_the_site()
    {
        var page = await SearchAsync("");

        Assert.Equal("Search", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(Assert.Single(page.QuerySelectorAll("input[type=search]")).Closest("main"));
        Assert.Equal(["/ropes", "/anchors", "/g%C3%BCnstig%20%26%20gut"], page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).Where(href => href is not "/moved"));
        Assert.Null(page.QuerySelector("[role=note]"));
    }

    [Fact]
    public async Task Nothing_found_leads_on()
    {
        var page = await SearchAsync("?q=dragsters+zzzz");
        var links = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"));

        Assert.Equal("Nothing found for “dragsters zzzz”", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["/issues", "/"], links.TakeLast(2));
        Assert.Empty(page.QuerySelectorAll("fieldset, ol.rows"));
    }

    [Theory]
    [InlineData("?q=anchro&tag=none-such")]
    [InlineData("?q=zzzz&kind=page&from=40")]
    public async Task Filters_are_not_blamed_where_nothing_would_be_found_without_them(string query)
    {
        var page = await SearchAsync(query);

        Assert.Equal(query.Contains("zzzz"), page.QuerySelector("h1")!.TextContent.StartsWith("Nothing found", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[role=note]"));
    }

    [Fact]
    public async Task What_is_no_word_is_told_so() =>
        Assert.Contains("no word or number in it", (await SearchAsync("?q=%3F%3F+***")).QuerySelector("main .lead")!.TextContent);

    [Fact]
    public async Task A_long_list_comes_in_parts_of_ten_that_keep_the_filters()
    {
        var body = string.Concat(Enumerable.Range(1, 25).Select(number => $"## Leak {number}\n\nWater.\n\n"));
        using var content = new ContentOnDisk().With("01.hull/docs.md", $"---\ntitle: Hull\n---\n{body}");
        await using var site = new Site(content.Path);

        var first = await site.ReadAsync("/search?q=leak&kind=section");
        var middle = await site.ReadAsync(first.QuerySelector("main a[rel=next]")!.GetAttribute("href")!);
        var last = await site.ReadAsync(middle.QuerySelector("main a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal([10, 10, 5], new[] { first, middle, last }.Select(page => page.QuerySelectorAll("ol.rows > li").Length));
        Assert.Equal(25, new[] { first, middle, last }.SelectMany(page => page.QuerySelectorAll("ol.rows h2")).Select(title => title.TextContent).Distinct().Count());
        Assert.Equal("/search?q=leak&kind=section&from=10", last.QuerySelector("main a[rel=prev]")!.GetAttribute("href"));
        Assert.Null(last.QuerySelector("main a[rel=next]"));
        Assert.Contains("Results 21 to 25 of 25", last.QuerySelector("nav.pager")!.TextContent);
        Assert.Equal("21", last.QuerySelector("ol.rows")!.GetAttribute("start"));
    }

    [Fact]
    public async Task Nobody_is_led_further_than_the_search_goes()
    {
        var body = string.Concat(Enumerable.Range(1, 1100).Select(number => $"## Leak {number}\n\nWater.\n\n"));
        using var content = new ContentOnDisk().With("01.hull/docs.md", $"---\ntitle: Hull\n---\n{body}");
        await using var site = new Site(content.Path);

        var end = await site.ReadAsync("/search?q=leak&from=1000");
        var beyond = await site.ReadAsync("/search?q=leak&from=1090");

        Assert.Equal(10, end.QuerySelectorAll("ol.rows > li").Length);
        Assert.Null(end.QuerySelector("main a[rel=next]"));
        Assert.Contains("nearest one", beyond.QuerySelector("[role=note]")!.TextContent);
        Assert.Equal(10, beyond.QuerySelectorAll("ol.rows > li").Length);
    }

    [Theory]
    [InlineData("&kind=picture", "kind of result that does not exist")]
    [InlineData("&solutionState=maybe", "state that does not exist")]
    [InlineData("&from=-5", "part of the list that does not exist")]
    [InlineData("&from=ten", "part of the list that does not exist")]
    [InlineData("&from=500", "part of the list that does not exist")]
    [InlineData("&from=99999999999999999999", "part of the list that does not exist")]
    public async Task What_cannot_be_is_left_out_with_a_hint(string query, string hint)
    {
        var page = await SearchAsync("?q=noise" + query);

        Assert.Contains(hint, Assert.Single(page.QuerySelectorAll("[role=note]")).TextContent);
        Assert.Equal("Rope creaks", Assert.Single(page.QuerySelectorAll("ol.rows h2")).TextContent);
    }

    [Fact]
    public async Task A_thousand_filters_and_ten_thousand_letters_are_too_many()
    {
        var page = await SearchAsync($"?q={new string('x', 10_000)}&" + string.Join('&', Enumerable.Range(0, 1000).Select(number => $"tag={number}")));

        Assert.Equal(2, page.QuerySelectorAll("[role=note]").Length);
        Assert.True(page.QuerySelector(".lead")!.TextContent.Length < 200);
        Assert.Equal(2000, ((IHtmlInputElement)page.QuerySelector("input[type=search]")!).Value.Length);
    }

    [Theory]
    [MemberData(nameof(Absurd))]
    public async Task Any_text_gives_a_page_that_shows_it_as_text(string question)
    {
        var context = await handbook.Site.Server.SendAsync(request => (request.Request.Method, request.Request.Path, request.Request.QueryString) = ("GET", "/search", new($"?q={question}&tag={question[..Math.Min(30, question.Length / 3 * 3)]}")));
        using var reader = new StreamReader(context.Response.Body);
        var html = await reader.ReadToEndAsync();
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

        Assert.Equal(200, context.Response.StatusCode);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), img, [onerror]"));
        Assert.DoesNotContain('\0', html);
    }

    [Theory]
    [InlineData("HEAD", "/search?q=rope")]
    [InlineData("GET", "/Search/?q=rope")]
    [InlineData("HEAD", "/keyboard")]
    public async Task The_page_is_there_however_it_is_asked_for(string method, string address) =>
        Assert.Equal(HttpStatusCode.OK, (await handbook.Site.Visitor().SendAsync(new HttpRequestMessage(new HttpMethod(method), address))).StatusCode);

    [Fact]
    public async Task The_page_of_keys_names_them_and_has_the_switch_for_scripts_alone()
    {
        var page = await handbook.Site.ReadAsync("/keyboard");
        var choice = Assert.IsAssignableFrom<IHtmlInputElement>(page.QuerySelector("input[type=checkbox]"));

        Assert.Equal(["/", "↓", "↑", "Enter", "Esc"], page.QuerySelectorAll("main kbd").Select(key => key.TextContent));
        Assert.Equal("The key / goes to the search field", choice.Closest("label")!.TextContent);
        Assert.NotNull(choice.Closest(".js"));
        Assert.Equal("http://localhost/keyboard", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    private Task<IHtmlDocument> SearchAsync(string query) => handbook.Site.ReadAsync("/search" + query);
}
