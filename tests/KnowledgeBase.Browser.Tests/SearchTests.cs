using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>Ways through the search, with scripts and without.</summary>
public partial class SearchTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    private const string Issue = "/reference/network/known-issues#idle-tcp-sessions-being-closed";

    [Theory]
    [InlineData(true, "/")]
    [InlineData(false, "/")]
    [InlineData(true, "/handbook/dates")]
    [InlineData(false, "/handbook/dates")]
    public async Task A_customer_types_a_symptom_and_reads_the_issue(bool hasScripts, string start)
    {
        var page = await OpenAsync(site.Address, hasScripts);
        await page.GotoAsync(start);

        await Field(page).FillAsync("idle tcp session");
        await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = Results() })).ToBeVisibleAsync();
        await Assertions.Expect(Field(page)).ToHaveValueAsync("idle tcp session");
        await page.GetByRole(AriaRole.Link, new() { Name = "Idle TCP sessions being closed" }).ClickAsync();

        Assert.EndsWith(Issue, page.Url);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Idle TCP sessions being closed" })).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 375)]
    public async Task Results_are_narrowed_and_widened_again(bool hasScripts, int width)
    {
        var page = await OpenAsync(site.Address, hasScripts, width);
        await page.GotoAsync("/search?q=tcp+connection");
        var all = await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync();

        if (width < 600)
            await page.GetByText("Filters").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = KnownIssues() }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter results" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Known issues" })).ToBeVisibleAsync();

        Assert.Contains("kind=issue", page.Url);
        Assert.NotEqual(all, await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Known issues" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(all!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_long_list_is_read_part_by_part(bool hasScripts)
    {
        var page = await OpenAsync(site.Address, hasScripts);
        await page.GotoAsync("/search?q=issue");
        var first = await page.Locator("ol.rows h2").AllTextContentsAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Pages of results" }).GetByRole(AriaRole.Link, new() { NameRegex = Next() }).ClickAsync();
        await Assertions.Expect(page.GetByText("Results 11 to")).ToBeVisibleAsync();

        Assert.Equal(10, first.Count);
        await page.GetByRole(AriaRole.Link, new() { Name = "Previous 10" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Results 1 to 10")).ToBeVisibleAsync();
        Assert.Equal(first, await page.Locator("ol.rows h2").AllTextContentsAsync());
    }

    [Fact]
    public async Task A_typing_error_is_one_press_away_from_its_correction()
    {
        var page = await OpenAsync(site.Address, hasScripts: false);
        await page.GotoAsync(PageTypes.Search);

        await page.GetByRole(AriaRole.Link, new() { Name = "keepalive connection" }).ClickAsync();

        await Assertions.Expect(Field(page)).ToHaveValueAsync("keepalive connection");
    }

    [Fact]
    public async Task Suggestions_are_walked_through_by_keyboard()
    {
        var page = await OpenWithSuggestionsAsync("tcp");
        var options = page.GetByRole(AriaRole.Option);
        var count = await options.CountAsync();

        await Assertions.Expect(Combobox(page)).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(options.Nth(count - 1)).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(options.Nth(count - 1)).ToHaveAttributeAsync("aria-selected", "false");
        await Assertions.Expect(Combobox(page)).ToHaveAttributeAsync("aria-activedescendant", (await options.First.GetAttributeAsync("id"))!);
        await Assertions.Expect(Combobox(page)).ToBeFocusedAsync();

        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).Not.ToHaveURLAsync("/handbook/dates");
        Assert.DoesNotContain("/search", page.Url);
    }

    [Fact]
    public async Task Escape_closes_the_suggestions_and_keeps_the_words()
    {
        var page = await OpenWithSuggestionsAsync("known");

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Assertions.Expect(Combobox(page)).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(Combobox(page)).ToHaveValueAsync("known");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=known");
    }

    [Fact]
    public async Task A_suggestion_can_be_pressed_and_leaving_the_field_closes_them()
    {
        var page = await OpenWithSuggestionsAsync("known");

        await page.Mouse.ClickAsync(2, 500);
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Combobox(page).FillAsync("");
        await Combobox(page).FillAsync("idle tc");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = Idle() }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(Issue);
    }

    [Fact]
    public async Task Only_the_latest_words_are_asked_about()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/handbook/dates");
        var asked = new ConcurrentQueue<string>();
        var (first, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/api/v1/suggest*", async route =>
        {
            asked.Enqueue(route.Request.Url);
            if (route.Request.Url.EndsWith("q=kn", StringComparison.Ordinal))
            {
                first.SetResult();
                await release.Task;
            }
            await route.ContinueAsync();
        });

        await Combobox(page).FillAsync("kn");
        await first.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
        await Combobox(page).FillAsync("known is");
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        var shown = await page.GetByRole(AriaRole.Option).AllTextContentsAsync();
        release.SetResult();
        await page.WaitForTimeoutAsync(300);

        Assert.True(asked.Count > 1);
        Assert.EndsWith("q=known%20is", asked.Last());
        Assert.Equal(shown, await page.GetByRole(AriaRole.Option).AllTextContentsAsync());
    }

    [Fact]
    public async Task A_search_that_does_not_answer_leaves_a_form()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/handbook/dates");
        await page.RouteAsync("**/api/v1/suggest*", route => route.FulfillAsync(new() { Status = 503, Body = "{}" }));

        await Combobox(page).PressSequentiallyAsync("known");
        await page.WaitForTimeoutAsync(300);
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync("/search?q=known");
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/api/v1/search")]
    [InlineData("/api/v1/suggest")]
    public async Task Ten_thousand_words_get_an_answer(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var answer = await client.GetAsync($"{path}?q={string.Join('+', Enumerable.Range(0, 10_000).Select(number => $"word{number}"))}");

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Without_scripts_the_field_promises_nothing_that_needs_them()
    {
        var page = await OpenAsync(site.Address, hasScripts: false);
        await page.GotoAsync("/handbook/dates");

        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Search this site" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[role=combobox], [aria-expanded], header kbd:visible")).ToHaveCountAsync(0);
        await page.GotoAsync("/keyboard");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_slash_key_goes_to_the_field_until_it_is_turned_off()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/keyboard");
        var choice = page.GetByRole(AriaRole.Checkbox, new() { Name = "The key / goes to the search field" });

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(Combobox(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("/a");
        await Assertions.Expect(Combobox(page)).ToHaveValueAsync("/a");
        await choice.UncheckAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(choice).ToBeFocusedAsync();

        await page.GotoAsync("/handbook/dates");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(Combobox(page)).Not.ToBeFocusedAsync();
        await page.GotoAsync("/keyboard");
        await Assertions.Expect(choice).Not.ToBeCheckedAsync();
        await choice.CheckAsync();
        await page.GotoAsync("/handbook/dates");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(Combobox(page)).ToBeFocusedAsync();
        Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('keys')"));
    }

    [Fact]
    public async Task Printed_the_results_are_without_fields_and_filters()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync(PageTypes.Search);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.Locator("ol.rows h2").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input:visible, button:visible, nav:visible")).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenWithSuggestionsAsync(string words)
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/handbook/dates");
        await Combobox(page).FillAsync(words);
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        return page;
    }

    private static ILocator Field(IPage page) => page.GetByLabel("Search this site").First;

    private static ILocator Combobox(IPage page) => page.GetByRole(AriaRole.Combobox, new() { Name = "Search this site" });

    [GeneratedRegex("^Search: [0-9]+ results?$")]
    private static partial Regex Results();

    [GeneratedRegex("^Known issues")]
    private static partial Regex KnownIssues();

    [GeneratedRegex("^Next ")]
    private static partial Regex Next();

    [GeneratedRegex("^Idle TCP")]
    private static partial Regex Idle();
}
