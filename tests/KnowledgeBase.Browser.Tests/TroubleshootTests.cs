using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>A customer in trouble, with scripts and without.</summary>
[Collection("site")]
public class TroubleshootTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    private static async Task AnswerAsync(IPage page, string question, string option)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(question);
        await page.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true }).CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_home_page_to_the_solutions_that_fit_and_back_to_another_answer(bool hasScripts)
    {
        var page = await OpenAsync(site.Address, hasScripts);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Link, new() { Name = "A connection that worked is dead after a quiet period" }).ClickAsync();
        await AnswerAsync(page, "How long was the connection quiet", "Longer than 60 seconds");
        await AnswerAsync(page, "Who opened the connection?", "A VM in this cloud");
        await AnswerAsync(page, "Where is the other end", "On the internet");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("keepalives");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show what we know so far" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("1 known issue matches your answers");
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("1 known issue matches"));
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Solutions: Does not apply" })).ToContainTextAsync("You said: On the internet");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change the answer to: How long was the connection quiet before it was dead?" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Longer than 60 seconds" })).ToBeCheckedAsync();
        await AnswerAsync(page, "How long was the connection quiet", "60 seconds or less");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("No known issue matches");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("How long was the connection quiet");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Choosing_an_answer_shows_at_once_what_it_would_decide(bool hasScripts)
    {
        var page = await OpenAsync(site.Address, hasScripts);
        await page.GotoAsync("/troubleshoot/network/idle-time?symptom=idle-drop");
        var effect = page.GetByText("No known issue fits then.");

        await Assertions.Expect(effect).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "60 seconds or less" }).CheckAsync(new() { Force = true });
        await Assertions.Expect(effect).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Going_on_without_an_answer_leads_the_focus_to_what_is_missing()
    {
        var page = await OpenAsync(site.Address);
        await page.GotoAsync("/troubleshoot/network/symptom");

        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: "));
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pasted_output_answers_questions(bool hasScripts)
    {
        var page = await OpenAsync(site.Address, hasScripts);
        await page.GotoAsync("/troubleshoot/network/vm-nat?symptom=slow-setup");

        await page.GetByRole(AriaRole.Link, new() { Name = "Paste command output instead" }).ClickAsync();
        await page.GetByLabel("Output").FillAsync("ID=\"centos\"\nVERSION_ID=\"7\"\ncpu=0 insert_failed=3\ncpu=0 insert_failed=9\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read this" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "What pasted output said" })).ToContainTextAsync("CentOS 7");
        Assert.Contains("os=centos-7", page.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "Use this and continue" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show what we know so far" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Your answers" })).ToContainTextAsync("CentOS 7");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Your answers" })).ToContainTextAsync("from pasted output");
    }
}
