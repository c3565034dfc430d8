using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>The wizard is the same without scripts, with scripts and with a circuit; a circuit only makes it quicker.</summary>
[Collection("site")]
public class WizardWayTests(PublishedSite site, Browser browser) : BrowserTests(browser)
{
    private const string Start = "/troubleshoot/network/symptom";
    private const string IdleTime = "/troubleshoot/network/idle-time?symptom=idle-drop";
    private const string Marker = "SECRET-HOST-NAME";

    public static TheoryData<Way> Ways() => [Way.WithoutScripts, Way.WithoutCircuit, Way.WithCircuit];

    private async Task<(IPage Page, WizardWalk Walk)> BeginAsync(Way way, string address)
    {
        var page = await OpenAsync(site.Address, hasScripts: way != Way.WithoutScripts);
        return (page, await WizardWalk.BeginAsync(page, way, address));
    }

    private static async Task<string[]> TextsAsync(IPage page, string selector) => [.. (await page.Locator(selector).AllInnerTextsAsync()).Select(text => text.Trim())];

    private static async Task PasteAsync(IPage page, WizardWalk walk, string output)
    {
        await walk.FollowAsync("Paste command output instead", isLive: false);
        await page.GetByLabel("Output").FillAsync(output);
        await walk.StepAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Read this" }).ClickAsync(), isLive: false);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_connection_that_dies_when_idle_leads_to_the_solutions_that_fit(Way way)
    {
        var (page, walk) = await BeginAsync(way, Start);

        await walk.AnswerAsync("symptom=idle-drop idle-time=over-60s opened-by=cloud-vm peer=same-project app-keepalive=own-interval");

        await Assertions.Expect(walk.Heading).ToContainTextAsync("1 known issue matches your answers");
        Assert.InRange(walk.Asked.Count, 1, 5);
        Assert.Empty(walk.Asked.Intersect(["os", "vm-nat", "cloud-nat", "insert-failed"]));
        Assert.Equal(3, (await TextsAsync(page, "[aria-label='Solutions: Applies to you'] > ol > li")).Length);
        Assert.Single(await TextsAsync(page, "[aria-label='Solutions: Does not apply'] > ol > li"));
        Assert.Equal("/reference/network/known-issues#idle-tcp-sessions-being-closed", await page.Locator("article h3 a").GetAttributeAsync("href"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_pasted_is_not_asked_and_marked_as_pasted(Way way)
    {
        var (page, walk) = await BeginAsync(way, IdleTime);

        await PasteAsync(page, walk, $"# {Marker}\nnet.ipv4.tcp_keepalive_time = 7200\n");
        await walk.FollowAsync("Use this and continue");
        await walk.AnswerAsync("idle-time=over-60s opened-by=cloud-vm peer=internet app-keepalive=kernel-timed");

        Assert.DoesNotContain("kernel-keepalive", walk.Asked);
        Assert.Contains("pasted=kernel-keepalive", walk.Address);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Your answers" })).ToContainTextAsync("from pasted output");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Solutions: Does not apply" })).ToContainTextAsync("You said: On the internet");
        Assert.DoesNotContain(Marker, await page.ContentAsync());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Where_nothing_matches_two_questions_are_enough(Way way)
    {
        var (page, walk) = await BeginAsync(way, Start);

        await walk.AnswerAsync("symptom=idle-drop idle-time=up-to-60s");

        await Assertions.Expect(walk.Heading).ToContainTextAsync("No known issue matches");
        Assert.Equal(["symptom", "idle-time"], walk.Asked);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Ruled out" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Two_samples_of_a_counter_lead_to_the_issue_that_they_prove(Way way)
    {
        var (page, walk) = await BeginAsync(way, "/troubleshoot/network/os?symptom=slow-setup");

        await PasteAsync(page, walk, "ID=\"centos\"\nVERSION_ID=\"7\"\ncpu=0 insert_failed=3\ncpu=0 insert_failed=9\n");
        await walk.FollowAsync("Use this and continue");
        await walk.AnswerAsync("vm-nat=yes peer=same-project cloud-nat=no");

        Assert.Empty(walk.Asked.Intersect(["os", "insert-failed"]));
        var match = page.Locator("article[data-is=match]");
        await Assertions.Expect(match).ToContainTextAsync("High TCP setup delay on CentOS");
        Assert.Equal(4, (await TextsAsync(page, "article .why li")).Length);
        Assert.Equal(2, (await TextsAsync(page, "article .why small")).Length);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Solutions: Applies to you" })).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_issue_without_a_solution_matches_and_another_system_asks_only_what_is_new(Way way)
    {
        var (page, walk) = await BeginAsync(way, Start);

        await walk.AnswerAsync("symptom=slow-setup os=ubuntu-18-04 peer=internet");

        Assert.InRange(walk.Asked.Count, 1, 3);
        await Assertions.Expect(page.Locator("article[data-is=match]")).ToContainTextAsync("no solution", new() { IgnoreCase = true });
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Your answers" })).ToContainTextAsync("worked out: Traffic with the internet");

        await walk.FollowAsync("Change the answer to: Which operating system runs on the VM?");
        await Assertions.Expect(page.Locator("input[value='ubuntu-18-04']")).ToBeCheckedAsync();
        var before = walk.Asked.Count;
        await walk.AnswerAsync("os=centos-7 vm-nat=yes insert-failed=increasing");

        Assert.Equal(["os", "vm-nat", "insert-failed"], walk.Asked.Skip(before));
        Assert.Contains("peer=internet", walk.Address);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Where_everything_is_ruled_out_each_has_its_reason_and_the_link_shows_the_same_to_others(Way way)
    {
        var (page, walk) = await BeginAsync(way, Start);

        await walk.AnswerAsync("symptom=slow-setup os=ubuntu-18-04 peer=same-project cloud-nat=no");

        Assert.Equal("/troubleshoot/network/result?symptom=slow-setup&os=ubuntu-18-04&peer=same-project&cloud-nat=no", walk.Address);
        Assert.Equal(3, (await TextsAsync(page, "[aria-labelledby=ruled-out] li .because")).Length);
        Assert.Contains(walk.Address, await page.GetByLabel("Summary for a ticket").InputValueAsync());
        var (heading, verdicts) = (await walk.Heading.InnerTextAsync(), await TextsAsync(page, "main li"));
        var (other, again) = await BeginAsync(Way.WithoutScripts, walk.Address);
        Assert.Equal(heading, await again.Heading.InnerTextAsync());
        Assert.Equal(verdicts, await TextsAsync(other, "main li"));
    }

    [Fact]
    public async Task Heading_title_and_focus_are_the_same_after_every_step_whichever_way()
    {
        var seen = new List<List<(string, string, string)>>();
        foreach (var way in Enum.GetValues<Way>())
        {
            var (page, walk) = await BeginAsync(way, Start);
            var looks = new List<(string, string, string)>();
            await walk.ContinueAsync();
            looks.Add(await walk.LookAsync());
            await walk.ChooseAsync("idle-drop");
            await walk.ContinueAsync();
            looks.Add(await walk.LookAsync());
            await walk.ChooseAsync("over-60s");
            await walk.ContinueAsync();
            looks.Add(await walk.LookAsync());
            await walk.FollowAsync("Change the answer to: What goes wrong?");
            looks.Add(await walk.LookAsync());
            await walk.ContinueAsync();
            looks.Add(await walk.LookAsync());
            await walk.StepAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Back", Exact = true }).ClickAsync());
            looks.Add(await walk.LookAsync());
            await walk.FollowAsync("Show what we know so far");
            looks.Add(await walk.LookAsync());
            seen.Add(looks);
            Assert.Equal(way == Way.WithCircuit ? 1 : 8, walk.Loads);
        }

        Assert.StartsWith("Error: ", seen[0][0].Item2);
        Assert.StartsWith("There is a problem", seen[0][0].Item3);
        Assert.All(seen[0].Skip(1), look => Assert.Equal(look.Item1, look.Item3));
        Assert.Equal(seen[0], seen[1]);
        Assert.Equal(seen[0], seen[2]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_browser_s_own_Back_and_Forward_show_the_steps_as_they_were(Way way)
    {
        var (page, walk) = await BeginAsync(way, Start);
        await walk.ChooseAsync("idle-drop");
        await walk.ContinueAsync();
        await walk.ChooseAsync("over-60s");
        await walk.ContinueAsync();
        var (question, title) = (await walk.Heading.InnerTextAsync(), await page.TitleAsync());

        await page.GoBackAsync();
        await Assertions.Expect(walk.Heading).ToContainTextAsync("How long was the connection quiet");
        await page.GoBackAsync();
        await Assertions.Expect(walk.Heading).ToContainTextAsync("What goes wrong?");
        Assert.Equal(Start, walk.Address);
        await page.GoForwardAsync();
        await page.GoForwardAsync();

        await Assertions.Expect(walk.Heading).ToHaveTextAsync(question);
        await Assertions.Expect(page).ToHaveTitleAsync(title);
        if (way == Way.WithCircuit)
            Assert.Equal(1, walk.Loads);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_no_to_whether_it_helped_ends_at_the_summary(Way way)
    {
        var (page, walk) = await BeginAsync(way, "/troubleshoot/network/result?symptom=idle-drop");

        await walk.FollowAsync("No, to the summary for a ticket");

        await Assertions.Expect(walk.Heading).ToContainTextAsync("The known solutions did not help");
        await Assertions.Expect(page.GetByLabel("Summary for a ticket")).ToBeInViewportAsync();
        Assert.Contains("TRIED, DID NOT HELP", await page.GetByLabel("Summary for a ticket").InputValueAsync());
    }

    [Fact]
    public async Task A_choice_shows_in_the_list_what_it_would_leave_before_anything_is_sent()
    {
        var (page, walk) = await BeginAsync(Way.WithCircuit, IdleTime);
        var list = page.GetByRole(AriaRole.Region, new() { Name = "What it could be" });
        await Assertions.Expect(list).ToContainTextAsync("Still possible");

        await walk.ChooseAsync("up-to-60s");

        await Assertions.Expect(list).Not.ToContainTextAsync("Still possible");
        await Assertions.Expect(list).ToContainTextAsync("It needs: Longer than 60 seconds. You said: 60 seconds or less.");
        Assert.Equal((1, IdleTime), (walk.Loads, walk.Address));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_begun_before_the_circuit_is_there_is_not_lost(bool isScriptLate)
    {
        var page = await OpenAsync(site.Address);
        var release = new TaskCompletionSource();
        await page.RouteAsync("**/_framework/*.js", async script =>
        {
            if (isScriptLate)
                await release.Task;
            await script.ContinueAsync();
        });
        await page.RouteWebSocketAsync("**/_blazor", connection =>
        {
            var server = connection.ConnectToServer();
            server.OnMessage(async message =>
            {
                await release.Task;
                if (message.Binary is { } binary)
                    connection.Send(binary);
                else
                    connection.Send(message.Text!);
            });
        });
        var walk = new WizardWalk(page, Way.WithCircuit);
        await page.GotoAsync(IdleTime, new() { WaitUntil = WaitUntilState.Commit });
        var option = page.GetByRole(AriaRole.Radio, new() { Name = "60 seconds or less" });
        await option.FocusAsync();
        await option.PressAsync("Space");

        release.SetResult();
        await walk.ConnectedAsync();

        await Assertions.Expect(option).ToBeCheckedAsync();
        await Assertions.Expect(option).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "What it could be" })).ToContainTextAsync("With the answer “60 seconds or less”");
    }

    [Fact]
    public async Task A_circuit_that_is_cut_leaves_a_page_that_works()
    {
        var page = await OpenAsync(site.Address);
        var (connections, isCut) = (new List<IWebSocketRoute>(), false);
        await page.RouteWebSocketAsync("**/_blazor", async connection =>
        {
            if (isCut)
            {
                await connection.CloseAsync();
                return;
            }
            connections.Add(connection);
            connection.ConnectToServer();
        });
        page.Dialog += (_, dialog) => Assert.Fail(dialog.Message);
        var walk = await WizardWalk.BeginAsync(page, Way.WithCircuit, Start);
        await walk.ChooseAsync("idle-drop");
        await walk.ContinueAsync();
        await walk.ChooseAsync("over-60s");

        isCut = true;
        await connections.Single().CloseAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "The live preview has paused. The page still works" })).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("input[value='over-60s']")).ToBeCheckedAsync();
        Assert.Equal(1, walk.Loads);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(walk.Heading).ToContainTextAsync("Who opened the connection?");
        Assert.Equal(2, walk.Loads);
        await page.GoBackAsync();
        await Assertions.Expect(walk.Heading).ToContainTextAsync("How long was the connection quiet");
    }

    [Fact]
    public async Task A_circuit_that_is_interrupted_comes_back_by_itself()
    {
        var page = await OpenAsync(site.Address);
        var connections = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync("**/_blazor", connection =>
        {
            connections.Add(connection);
            connection.ConnectToServer();
        });
        var walk = await WizardWalk.BeginAsync(page, Way.WithCircuit, Start);

        await connections.Single().CloseAsync();
        await page.Locator("html[data-live=false]").WaitForAsync();
        await walk.ConnectedAsync();
        await walk.ChooseAsync("idle-drop");
        await walk.ContinueAsync();

        await Assertions.Expect(walk.Heading).ToContainTextAsync("How long was the connection quiet");
        Assert.Equal((1, 2), (walk.Loads, connections.Count));
    }

    [Fact]
    public async Task Pasted_text_never_travels_over_a_circuit()
    {
        var page = await OpenAsync(site.Address);
        var (sent, connections) = (new ConcurrentQueue<byte[]>(), new ConcurrentQueue<string>());
        page.WebSocket += (_, connection) =>
        {
            connections.Enqueue(page.Url);
            connection.FrameSent += (_, frame) => sent.Enqueue(frame.Binary ?? System.Text.Encoding.UTF8.GetBytes(frame.Text ?? ""));
        };
        var walk = await WizardWalk.BeginAsync(page, Way.WithCircuit, IdleTime);

        await PasteAsync(page, walk, $"# {Marker}\nnet.ipv4.tcp_keepalive_time = 7200\n");
        await walk.FollowAsync("Use this and continue");

        Assert.Equal(2, connections.Count);
        Assert.DoesNotContain(connections, address => address.Contains("/evidence", StringComparison.Ordinal));
        Assert.NotEmpty(sent);
        Assert.DoesNotContain(sent, frame => System.Text.Encoding.UTF8.GetString(frame).Contains(Marker, StringComparison.Ordinal));
    }
}
