using AngleSharp.Dom;
using Bunit;
using KnowledgeBase.Content;
using KnowledgeBase.Troubleshooting;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Components.Pages.Troubleshoot;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Tests.Troubleshooting;

/// <summary>What a reader perceives of each part of the wizard, and what a circuit makes of it.</summary>
public sealed class WizardPartsTests : BunitContext, IAsyncLifetime
{
    private KnowledgeSnapshot _edition = null!;

    public async ValueTask InitializeAsync()
    {
        _edition = new KnowledgeBuilder().Build(await ContentFolder.Open(Repository.Content).ReadAsync(Xunit.TestContext.Current.CancellationToken));
        Services.AddSingleton(Options.Create(new SiteOptions { Url = "https://docs.example.org" }));
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(Options.Create(new LimitOptions { Burst = 3, RequestsPerSecond = 1 }));
        Services.AddTransient<CircuitAllowance>();
    }

    private TStep At<TStep>(string address)
        where TStep : WizardStep.Shown => Assert.IsType<TStep>(WizardStep.Find(_edition, "/troubleshoot/network/" + address)?.Step);

    private IRenderedComponent<QuestionStep> Ask(string address) => Render<QuestionStep>(step => step.Add(question => question.Step, At<WizardStep.Asks>(address)));

    private IRenderedComponent<ResultStep> Tell(string address) =>
        Render<ResultStep>(step => step.Add(result => result.Step, At<WizardStep.Tells>(address)).Add(result => result.Edition, "edition-7"));

    private static string[] Texts(IRenderedComponent<IComponent> part, string selector) => [.. part.FindAll(selector).Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static IElement Radio(IRenderedComponent<IComponent> part, string label) =>
        part.FindAll("input[type=radio]").Single(radio => part.Find($"label[for={radio.Id}]").TextContent == label);

    /// <summary>The state word and title of each candidate.</summary>
    private static string[] Candidates(IRenderedComponent<IComponent> part) => [.. part.FindAll("[aria-labelledby=candidates] li").Select(row => $"{row.QuerySelector(".state")!.TextContent}: {row.QuerySelector("h3")!.TextContent}")];

    [Fact]
    public void A_question_is_the_heading_and_the_legend_of_its_options()
    {
        var question = Ask("idle-time?symptom=idle-drop");

        Assert.Equal("How long was the connection quiet before it was dead?", question.Find("fieldset > legend h1").TextContent);
        Assert.Equal(["Longer than 60 seconds", "60 seconds or less", "I do not know"], Texts(question, ".option label"));
        Assert.Empty(question.FindAll("input[checked]"));
        Assert.All(question.FindAll("input[type=radio]"), radio => Assert.NotEmpty(question.Find("#" + radio.GetAttribute("aria-describedby")).TextContent));
        Assert.Equal("Continue", question.Find("form button").TextContent);
    }

    [Fact]
    public void A_choice_shows_at_once_which_issues_it_leaves_and_why()
    {
        var question = Ask("idle-time?symptom=idle-drop");
        Assert.Equal("Still possible: Idle TCP sessions being closed", Candidates(question)[0]);

        Radio(question, "60 seconds or less").Change("up-to-60s");

        Assert.All(Candidates(question), candidate => Assert.StartsWith("Ruled out: ", candidate));
        Assert.Contains("With the answer “60 seconds or less”:", Texts(question, "[aria-labelledby=candidates] > p"));
        Assert.Contains("It needs: Longer than 60 seconds. You said: 60 seconds or less.", Texts(question, "[aria-labelledby=candidates] li p"));

        Radio(question, "I do not know").Change("unknown");

        Assert.Equal("Still possible: Idle TCP sessions being closed", Candidates(question)[0]);
    }

    [Fact]
    public void Whoever_chooses_on_and_on_sees_what_there_is_without_a_choice()
    {
        var question = Ask("idle-time?symptom=idle-drop");
        var limits = Services.GetRequiredService<IOptions<LimitOptions>>().Value;
        var choices = 0;

        do
        {
            Radio(question, "60 seconds or less").Change("up-to-60s");
            Assert.True(++choices < 10_000, "Nothing slows it down.");
        }
        while (Candidates(question)[0].StartsWith("Ruled out: ", StringComparison.Ordinal));

        Assert.True(choices > limits.Burst);
        Assert.Equal("Still possible: Idle TCP sessions being closed", Candidates(question)[0]);
    }

    [Fact]
    public void The_first_question_says_how_it_works_until_something_is_chosen()
    {
        var question = Ask("symptom");
        Assert.Contains("How this works", Texts(question, "h2"));

        Radio(question, "Something else").Change("other");

        Assert.DoesNotContain("How this works", Texts(question, "h2"));
        Assert.Equal(3, Candidates(question).Length);
    }

    [Fact]
    public void A_choice_that_cannot_be_true_with_the_other_answers_says_so()
    {
        var question = Ask("cloud-nat?peer=internet");

        Radio(question, "No").Change("no");

        Assert.Contains("Cannot be true together with your other answers.", Texts(question, "[aria-labelledby=candidates] > p"));
    }

    [Fact]
    public void An_earlier_answer_is_chosen_again_and_the_others_are_listed_with_a_way_to_change_each()
    {
        var question = Ask("os?symptom=slow-setup&os=centos-7&vm-nat=yes&pasted=os");

        Assert.True(Radio(question, "CentOS 7").HasAttribute("checked"));
        Assert.Equal(["What goes wrong?", "Does the VM itself do NAT?"], Texts(question, "[aria-labelledby=sofar] dt"));
        Assert.Equal(["Change the answer to: What goes wrong?", "Change the answer to: Does the VM itself do NAT?"], Texts(question, "dd.change a"));
    }

    [Fact]
    public void A_form_without_a_choice_names_the_problem_twice_and_leads_to_the_first_option()
    {
        var question = Ask("symptom?symptom=");

        Assert.Equal("There is a problem", question.Find("[role=alert] h2").TextContent);
        Assert.True(question.Find("[role=alert]").HasAttribute("autofocus"));
        Assert.Equal(question.Find("input[type=radio]").Id, question.Find("[role=alert] a").GetAttribute("href")![1..]);
        Assert.Contains(question.Find("fieldset").GetAttribute("aria-describedby")!.Split(' '), id => question.Find("#" + id).TextContent == "Error: " + question.Find("[role=alert] a").TextContent);
        Assert.StartsWith("Error: ", At<WizardStep.Asks>("symptom?symptom=").Title);
    }

    [Theory]
    [InlineData("symptom", false, false)]
    [InlineData("symptom", true, true)]
    [InlineData("symptom?symptom=", true, false)]
    [InlineData("idle-time?symptom=idle-drop", true, true)]
    [InlineData("idle-time?symptom=idle-drop", false, false)]
    public void Whoever_comes_from_another_step_has_the_focus_on_the_heading(string address, bool isArrival, bool isFocused)
    {
        var heading = Render<QuestionStep>(step => step.Add(question => question.Step, At<WizardStep.Asks>(address) with { IsArrival = isArrival })).Find("h1");

        Assert.Equal(("-1", isFocused), (heading.GetAttribute("tabindex"), heading.HasAttribute("autofocus")));
    }

    [Fact]
    public void A_command_to_find_out_can_be_read_and_scrolled_by_keyboard()
    {
        var command = Ask("vm-nat?symptom=slow-setup&os=centos-7").Find("pre");

        Assert.Equal(("sudo iptables -t nat -S", "0", "Command to find out"), (command.TextContent, command.GetAttribute("tabindex"), command.GetAttribute("aria-label")));
    }

    [Fact]
    public void A_match_shows_why_and_which_solutions_fit()
    {
        var result = Tell("result?symptom=idle-drop&idle-time=over-60s&opened-by=cloud-vm&peer=internet&app-keepalive=kernel-timed&kernel-keepalive=60-or-more&pasted=kernel-keepalive");

        Assert.EndsWith("1 known issue matches your answers", result.Find("h1").TextContent);
        Assert.Equal(["Matches: all 3 conditions fit"], Texts(result, "article[data-is=match] > .state"));
        Assert.Equal(3, result.FindAll("article .why li").Count);
        Assert.Equal(["Solutions: Applies to you", "Solutions: Does not apply"], result.FindAll("article section").Select(bucket => bucket.GetAttribute("aria-label")));
        Assert.Contains(Texts(result, "[aria-labelledby=answers] dd"), answer => answer.EndsWith("from pasted output", StringComparison.Ordinal));
        Assert.Contains("https://docs.example.org/troubleshoot/network/result?symptom=idle-drop", result.Find("textarea").TextContent);
        Assert.Contains("Edition edition-7,", result.Find("textarea").TextContent);
    }

    [Fact]
    public void A_possible_issue_asks_for_the_answer_that_would_decide_it()
    {
        var result = Tell("result?symptom=idle-drop");

        Assert.Equal(["Could be", "Ruled out"], Texts(result, "h2").Take(2));
        Assert.Contains("/troubleshoot/network/", result.Find("article[data-is=possible] a.btn").GetAttribute("href"));
    }

    [Fact]
    public void A_match_without_a_solution_says_so_and_does_not_ask_whether_it_helped()
    {
        var result = Tell("result?symptom=slow-setup&os=ubuntu-18-04&peer=internet");

        Assert.Contains("no solution", result.Find("article[data-is=match]").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(result.FindAll("[aria-labelledby=solved]"));
    }

    [Fact]
    public void A_no_goes_on_and_names_what_comes()
    {
        var (result, last) = (Tell("result"), Tell("result?symptom=idle-drop"));

        Assert.StartsWith("No, go on to: ", Texts(result, "[aria-labelledby=solved] a")[^1]);
        Assert.Equal("No, to the summary for a ticket", Texts(last, "[aria-labelledby=solved] a")[^1]);
        Assert.EndsWith("&tried=idle-tcp#summary", last.FindAll("[aria-labelledby=solved] a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void Nothing_known_is_a_page_with_what_to_do_and_every_reason()
    {
        var result = Tell("result?symptom=other");

        Assert.EndsWith("No known issue matches", result.Find("h1").TextContent);
        Assert.Equal(["What you can do now", "Ruled out", "Your answers", "Summary for a ticket"], Texts(result, "h2"));
        Assert.Equal(3, result.FindAll("[aria-labelledby=ruled-out] li").Count);
        Assert.Empty(result.FindAll("[role=alert]"));
    }

    [Fact]
    public void Answers_that_exclude_each_other_are_all_that_is_shown()
    {
        var result = Tell("result?peer=internet&cloud-nat=no");

        Assert.EndsWith("Two answers cannot both be true", result.Find("h1").TextContent);
        Assert.Equal(2, result.FindAll("dd.change a").Count);
        Assert.Empty(result.FindAll("h2"));
    }

    [Fact]
    public void A_topic_s_symptoms_lead_to_the_second_question()
    {
        var topics = Render<TopicList>(list => list.Add(one => one.Topics, new WizardEntrances(_edition).Topics).Add(one => one.Level, 2));

        Assert.Contains("Network", Texts(topics, "h2"));
        Assert.Contains("/troubleshoot/network/idle-time?symptom=idle-drop", topics.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void The_list_of_ways_says_what_the_drawing_shows()
    {
        var rules = _edition.Troubleshooters.Single(topic => topic.Topic.Id.Value == "network");
        var root = WayMap.Of(rules)!;

        var list = Render<WayList>(ways => ways.Add(way => way.Rules, rules).Add(way => way.Point, root));
        var drawing = Render<WayPicture>(ways => ways.Add(way => way.Rules, rules).Add(way => way.Root, root));

        Assert.Equal(list.FindAll("a").Select(link => link.GetAttribute("href")).Distinct().Order(), drawing.FindAll("a").Select(link => link.GetAttribute("href")).Distinct().Order());
    }

    [Fact]
    public void What_a_paste_proved_and_did_not_prove_is_said()
    {
        var step = At<WizardStep.Asks>("vm-nat?symptom=slow-setup&os=centos-7&pasted=os&undecided=conntrack");

        var facts = Render<PastedFacts>(pasted => pasted.Add(one => one.Rules, step.Rules).Add(one => one.Answers, step.Answers));

        Assert.Equal(["CentOS 7"], Texts(facts, "dd:not(.change)"));
        Assert.Contains("It takes 2 runs to tell", facts.Markup);
        Assert.Equal("Use this and continue", facts.Find("a.btn").TextContent);
    }
}
