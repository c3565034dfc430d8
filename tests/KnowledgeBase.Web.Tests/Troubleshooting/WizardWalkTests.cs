using System.Net;

namespace KnowledgeBase.Web.Tests.Troubleshooting;

/// <summary>Walks through the shipped questions without scripts: from a symptom to the issue and the solutions that fit.</summary>
public sealed class WizardWalkTests : IAsyncLifetime
{
    private readonly Site _site = new(Path.Combine(Repository.Root, "content"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<WizardVisitor> BeginAsync() => new WizardVisitor(_site.Visitor()).GoAsync("/troubleshoot/network");

    private async Task<WizardVisitor> WalkAsync(string answers) => await (await BeginAsync()).AnswerAsync(answers);

    private static string[] Texts(WizardVisitor visitor, string selector) => [.. visitor.Page.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];

    [Fact]
    public async Task An_application_with_its_own_setting_gets_the_solutions_that_fit_it()
    {
        var visitor = await WalkAsync("symptom=idle-drop idle-time=over-60s opened-by=cloud-vm peer=same-project app-keepalive=own-interval");

        Assert.Contains("1 known issue matches your answers", visitor.Heading);
        Assert.Equal("symptom", visitor.Asked[0]);
        Assert.True(visitor.Asked.Count <= 5);
        Assert.Empty(visitor.Asked.Intersect(["os", "vm-nat", "cloud-nat", "insert-failed"]));
        Assert.Equal("/reference/network/known-issues#idle-tcp-sessions-being-closed", visitor.Page.QuerySelector("article h3 a")!.GetAttribute("href"));
        Assert.Equal(["Solutions: Applies to you", "Solutions: Does not apply"], visitor.Page.QuerySelectorAll("article section").Select(section => section.GetAttribute("aria-label")));
        Assert.Equal(3, visitor.Page.QuerySelectorAll("section[aria-label$='you'] ol > li").Length);
    }

    [Fact]
    public async Task Less_than_a_minute_rules_the_issue_out_after_two_questions()
    {
        var visitor = await WalkAsync("symptom=idle-drop idle-time=up-to-60s");

        Assert.Equal(["symptom", "idle-time"], visitor.Asked);
        Assert.Contains("No known issue matches", visitor.Heading);
        Assert.DoesNotContain("did not answer", visitor.Text);
        Assert.Equal(3, Texts(visitor, "[aria-labelledby=ruled-out] li").Length);
    }

    [Fact]
    public async Task An_issue_without_a_solution_is_a_match_and_says_so()
    {
        var visitor = await WalkAsync("symptom=slow-setup os=ubuntu-18-04 peer=internet");

        Assert.True(visitor.Asked.Count <= 3);
        Assert.Contains("1 known issue matches", visitor.Heading);
        Assert.Contains("no solution", Texts(visitor, "article[data-is=match]").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("worked out: Traffic with the internet", Texts(visitor, "dl.answers").Single());
    }

    [Fact]
    public async Task Where_nothing_matches_the_page_gives_every_reason_and_a_summary_with_its_own_address()
    {
        var visitor = await WalkAsync("symptom=slow-setup os=ubuntu-18-04 peer=same-project cloud-nat=no");

        Assert.Equal("/troubleshoot/network/result?symptom=slow-setup&os=ubuntu-18-04&peer=same-project&cloud-nat=no", visitor.Address);
        Assert.Equal(3, Texts(visitor, "[aria-labelledby=ruled-out] li").Length);
        var summary = Texts(visitor, "textarea").Single();
        Assert.Contains(visitor.Address, summary);
        Assert.Contains("Ubuntu 18.04 (said)", summary);
        Assert.Matches("Edition [0-9a-f]{16}, written ", summary);
        var again = await new WizardVisitor(_site.Visitor()).GoAsync(visitor.Address);
        Assert.Equal(visitor.Heading, again.Heading);
        Assert.Contains("RULED OUT", await _site.Visitor().GetStringAsync(visitor.Address.Replace("/result?", "/result.txt?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_walk_asks_more_than_seven_questions()
    {
        foreach (var answers in (string[])["symptom=idle-drop", "symptom=slow-setup", "symptom=slow-setup os=centos-7 vm-nat=yes", "symptom=idle-drop idle-time=over-60s opened-by=cloud-vm"])
            Assert.True((await WalkAsync(answers)).Asked.Count <= 7, answers);
    }

    [Fact]
    public async Task Changing_an_answer_keeps_the_others_and_asks_only_what_is_new()
    {
        var visitor = await WalkAsync("symptom=slow-setup os=ubuntu-18-04 peer=internet");
        var change = visitor.Page.QuerySelectorAll("dd.change a").Single(link => link.TextContent.Contains("operating system", StringComparison.Ordinal)).GetAttribute("href")!;

        var question = await new WizardVisitor(_site.Visitor()).GoAsync(change);
        Assert.Equal("ubuntu-18-04", question.Page.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        await question.AnswerAsync("os=centos-7 vm-nat=yes insert-failed=increasing");

        Assert.Equal(["os", "vm-nat", "insert-failed"], question.Asked);
        Assert.Contains("peer=internet", question.Address);
    }

    [Fact]
    public async Task Every_order_of_the_same_answers_leads_to_one_address()
    {
        string[] answers = ["symptom=slow-setup", "os=ubuntu-18-04", "peer=same-project"];
        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1]])
            Assert.Equal("/troubleshoot/network/result?symptom=slow-setup&os=ubuntu-18-04&peer=same-project", (await new WizardVisitor(_site.Visitor()).GoAsync($"/troubleshoot/network/result?{string.Join('&', order.Select(index => answers[index]))}")).Address);
    }

    [Fact]
    public async Task A_form_sent_without_a_choice_shows_the_question_again_with_what_to_do()
    {
        var visitor = await new WizardVisitor(_site.Visitor()).GoAsync("/troubleshoot/network/symptom?symptom=");

        Assert.StartsWith("Error: ", visitor.Page.Title);
        var link = visitor.Page.QuerySelector("[role=alert] a")!;
        Assert.Equal("radio", visitor.Page.GetElementById(link.GetAttribute("href")![1..])!.GetAttribute("type"));
        Assert.Null(visitor.Page.QuerySelector("input[type=radio][checked]"));
    }

    [Theory]
    [InlineData("/troubleshoot/network/symptom?invented=1", HttpStatusCode.Found)]
    [InlineData("/troubleshoot/network/invented", HttpStatusCode.Found)]
    [InlineData("/troubleshoot/NETWORK/result", HttpStatusCode.Found)]
    [InlineData("/troubleshoot/network/result?symptom=idle-drop&symptom=slow-setup", HttpStatusCode.Found)]
    [InlineData("/troubleshoot/network/result?symptom=no-longer", HttpStatusCode.OK)]
    [InlineData("/troubleshoot/network/result?peer=internet&cloud-nat=no", HttpStatusCode.OK)]
    [InlineData("/troubleshoot/network/os?os=%00%FF&os=", HttpStatusCode.OK)]
    [InlineData("/troubleshoot/nothing", HttpStatusCode.NotFound)]
    [InlineData("/troubleshoot/network/result?pasted=,,,x&undecided=y", HttpStatusCode.Found)]
    [InlineData("/troubleshoot/network/symptom/", HttpStatusCode.Found)]
    [InlineData("/TROUBLESHOOT/network/Result", HttpStatusCode.Found)]
    [InlineData("/troubleshoot/network/symptom/more", HttpStatusCode.NotFound)]
    [InlineData("/troubleshoot/network/symptom?symptom=a/b", HttpStatusCode.OK)]
    [InlineData("/troubleshoot/network/%256Dap?symptom=no-longer", HttpStatusCode.Found)]
    [InlineData("/troubleshoot/network/x%2Fy?symptom=no-longer", HttpStatusCode.Found)]
    [InlineData("/troubleshoot/network/%2573ymptom?symptom=no-longer", HttpStatusCode.Found)]
    [InlineData("/troubleshoot/network/sympto%6D?symptom=no-longer", HttpStatusCode.OK)]
    public async Task Odd_links_are_answered_with_a_page_that_helps(string address, HttpStatusCode status)
    {
        using var response = await _site.Visitor().GetAsync(address);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task An_option_that_no_longer_exists_is_asked_again_with_a_notice()
    {
        var visitor = await new WizardVisitor(_site.Visitor()).GoAsync("/troubleshoot/network/result?symptom=no-longer");

        Assert.Contains("This link is older than the handbook", visitor.Text);
        Assert.NotNull(visitor.Page.QuerySelector("input[name=symptom][type=radio]"));
    }

    [Fact]
    public async Task Answers_that_exclude_each_other_are_shown_with_a_way_to_change_each()
    {
        var visitor = await new WizardVisitor(_site.Visitor()).GoAsync("/troubleshoot/network/result?peer=internet&cloud-nat=no");

        Assert.Contains("Two answers cannot both be true", visitor.Heading);
        Assert.Equal(2, visitor.Page.QuerySelectorAll("dd.change a").Length);
    }

    [Fact]
    public async Task A_very_long_value_does_no_harm()
    {
        using var response = await _site.Visitor().GetAsync($"/troubleshoot/network/symptom?symptom={new string('x', 10_000)}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/troubleshoot/network/symptom")]
    [InlineData("/troubleshoot/network/idle-time?symptom=idle-drop")]
    [InlineData("/troubleshoot/network/result?symptom=idle-drop")]
    [InlineData("/troubleshoot/network/result?peer=internet&cloud-nat=no")]
    [InlineData("/troubleshoot/network/evidence?symptom=idle-drop")]
    public async Task Pages_of_answers_are_for_nobody_else_and_for_no_search_engine(string address)
    {
        using var response = await _site.Visitor().GetAsync(address);

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(["same-origin"], response.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(address.Contains("evidence", StringComparison.Ordinal), response.Headers.Contains("Set-Cookie"));
        Assert.Equal("noindex", (await Site.ParseAsync(response)).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_summary_as_a_file_is_for_no_search_engine_either()
    {
        using var response = await _site.Visitor().GetAsync("/troubleshoot/network/result.txt?symptom=idle-drop");

        Assert.Equal(["noindex"], response.Headers.GetValues("X-Robots-Tag"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Referrer-Policy"));
    }

    [Theory]
    [InlineData("/", false)]
    [InlineData("/reference/network/known-issues", false)]
    [InlineData("/issues", false)]
    [InlineData("/search?q=tcp", false)]
    [InlineData("/troubleshoot", false)]
    [InlineData("/troubleshoot/network/map", false)]
    [InlineData("/troubleshoot/network/evidence", false)]
    [InlineData("/troubleshoot/network/symptom", true)]
    [InlineData("/troubleshoot/network/result?symptom=other", true)]
    public async Task Only_the_steps_of_the_interview_load_the_framework_s_script(string address, bool isLive)
    {
        using var response = await _site.Visitor().GetAsync(address);
        var page = await Site.ParseAsync(response);

        Assert.Equal(isLive ? 4 : 2, page.QuerySelectorAll("script").Length);
        Assert.Equal(isLive, page.QuerySelector("script[src^='/_framework/blazor.']") is not null);
        Assert.Equal(isLive, page.Source.Text.Contains("<!--Blazor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_did_not_help_is_remembered_in_the_address_until_nothing_is_left_but_the_summary()
    {
        var visitor = await new WizardVisitor(_site.Visitor()).GoAsync("/troubleshoot/storage/result");
        var (left, tried) = (visitor.Page.QuerySelectorAll("article.verdict").Length, 0);
        Assert.True(left > 1);

        while (visitor.Page.QuerySelector("[aria-labelledby=solved]") is { } asked)
        {
            var no = asked.QuerySelectorAll("a")[^1];
            var isLast = no.TextContent == "No, to the summary for a ticket";
            Assert.Equal(isLast, no.GetAttribute("href")!.EndsWith("#summary", StringComparison.Ordinal));
            await visitor.GoAsync(no.GetAttribute("href")!.Split('#')[0]);

            tried++;
            Assert.Equal(tried, Texts(visitor, "[aria-labelledby=tried] li").Length);
            Assert.Equal(tried, visitor.Address.Split("tried=")[1].Split(',').Length);
            Assert.Equal(left - tried, visitor.Page.QuerySelectorAll("article.verdict").Length);
            Assert.True(tried <= left, "It never ends.");
        }

        Assert.True(tried > 1);
        Assert.Contains("TRIED, DID NOT HELP", Texts(visitor, "textarea").Single());
        var undo = visitor.Page.QuerySelector("[aria-labelledby=tried] .because a")!.GetAttribute("href")!;
        Assert.Equal(tried - 1, Texts(await visitor.GoAsync(undo), "[aria-labelledby=tried] li").Length);
    }

    [Fact]
    public async Task Whoever_tried_everything_is_told_what_to_do_now()
    {
        var visitor = await new WizardVisitor(_site.Visitor()).GoAsync("/troubleshoot/network/result?symptom=idle-drop&tried=idle-tcp");

        Assert.Contains("The known solutions did not help", visitor.Heading);
        Assert.NotNull(visitor.Page.QuerySelector("[aria-labelledby=now]"));
        Assert.Null(visitor.Page.QuerySelector("[aria-labelledby=solved]"));
    }

    [Theory]
    [InlineData("/troubleshoot/network/result?tried=idle-tcp&symptom=idle-drop", "/troubleshoot/network/result?symptom=idle-drop&tried=idle-tcp")]
    [InlineData("/troubleshoot/network/result?tried=sdn-delay,invented,idle-tcp", "/troubleshoot/network/result?tried=idle-tcp,sdn-delay")]
    [InlineData("/troubleshoot/network/result?tried=invented", "/troubleshoot/network/result")]
    public async Task What_was_tried_has_one_order_and_knows_only_issues_of_the_topic(string asked, string canonical) =>
        Assert.Equal(canonical, (await new WizardVisitor(_site.Visitor()).GoAsync(asked)).Address);

    [Fact]
    public async Task A_question_sends_on_what_was_tried_and_the_API_knows_nothing_of_it()
    {
        var visitor = await new WizardVisitor(_site.Visitor()).GoAsync("/troubleshoot/network/symptom?tried=idle-tcp");

        await visitor.AnswerAsync("symptom=other");

        Assert.Equal("/troubleshoot/network/result?symptom=other&tried=idle-tcp", visitor.Address);
        Assert.Contains("\"canonical\":\"/troubleshoot/network/result?symptom=other\"", await _site.Visitor().GetStringAsync("/api/v1/troubleshoot/network?symptom=other&tried=idle-tcp"));
    }

    [Fact]
    public async Task The_rest_of_the_site_leads_into_the_questions()
    {
        Assert.Contains("/troubleshoot/network/", (await _site.ReadAsync("/")).QuerySelector("section.start")!.InnerHtml);
        var issues = await _site.ReadAsync("/reference/network/known-issues");
        var link = issues.QuerySelectorAll("article.issue a").First(one => one.TextContent.StartsWith("Does this apply to me?", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("symptom=idle-drop", link);
        Assert.Equal(HttpStatusCode.OK, (await _site.Visitor().GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task The_drawing_and_the_list_below_it_lead_to_the_same_pages()
    {
        var page = await _site.ReadAsync("/troubleshoot/network/map");

        var drawn = page.QuerySelectorAll("svg[role=group] a").Select(link => link.GetAttribute("href")).ToHashSet();
        var listed = page.QuerySelectorAll("main .prose a").Select(link => link.GetAttribute("href")).ToHashSet();

        Assert.True(drawn.Count > 5);
        Assert.Equal(drawn.Order(), listed.Order());
        foreach (var address in drawn)
            Assert.Equal(HttpStatusCode.OK, (await _site.Visitor().GetAsync(address)).StatusCode);
    }
}
