using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

public class AnswerLinkTests
{
    [Fact]
    public async Task Keys_stand_in_the_order_of_the_facts_and_what_means_nothing_is_dropped()
    {
        var rules = await ShippedContent.TopicAsync("network");

        var link = rules.Links.Read([new("os", "centos-7"), new("utm", "x"), new("pasted", "os,peer,nonsense"), new("symptom", "slow-setup"), new("vm-nat", "unknown"), new("undecided", "conntrack,nonsense")]);

        Assert.Equal("?symptom=slow-setup&os=centos-7&vm-nat=unknown&pasted=os&undecided=conntrack", rules.Links.ToQuery(link.Answers));
        Assert.Equal(["utm"], link.Dropped);
        Assert.StartsWith("/troubleshoot/network/peer?symptom=slow-setup&", rules.Diagnose(link.Answers).Canonical);
    }

    [Fact]
    public async Task What_was_tried_stands_last_in_page_order_and_changes_no_verdict()
    {
        var rules = await ShippedContent.TopicAsync("network");

        var link = rules.Links.Read([new("tried", "sdn-delay,idle-tcp,nonsense"), new("symptom", "idle-drop")]);
        var (with, without) = (rules.Diagnose(link.Answers), rules.Diagnose(link.Answers with { Tried = [] }));

        Assert.Equal("?symptom=idle-drop&tried=idle-tcp,sdn-delay", rules.Links.ToQuery(link.Answers));
        Assert.Equal(without.Issues.Select(issue => (issue.Rule.Id, issue.Status)), with.Issues.Select(issue => (issue.Rule.Id, issue.Status)));
        Assert.Equal((without.Next, without.State), (with.Next, with.State));
        Assert.Equal(("idle-tcp", null), (without.ToTry?.Rule.Id.Value, with.ToTry?.Rule.Id.Value));
        Assert.Contains("TRIED, DID NOT HELP\n- Idle TCP sessions being closed\n", TicketSummary.Write(with, new SummaryStamp("", "", default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_names_what_was_tried_once_and_begins_with_what_is_left()
    {
        var rules = await ShippedContent.TopicAsync("network");
        string Summary(string tried) => TicketSummary.Write(rules.Diagnose(rules.Links.Read([new("tried", tried)]).Answers), new SummaryStamp("", "", default));

        var (some, all) = (Summary("idle-tcp"), Summary("idle-tcp,centos-delay,sdn-delay"));

        Assert.StartsWith("Network: no further known issue matches for certain, 2 are possible\n", some, StringComparison.Ordinal);
        Assert.Equal(2, some.Split("Idle TCP sessions being closed").Length);
        Assert.StartsWith("Network: the known solutions did not help\n", all, StringComparison.Ordinal);
        Assert.DoesNotContain("COULD ALSO BE", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_remembers_only_so_many_tries_and_nothing_asks_for_a_further_one()
    {
        var numbers = Enumerable.Range(1, 30).ToList();
        var page = "---\ntitle: Computers\n---\n" + string.Concat(numbers.Select(number => $"## Computer freezes {number}\n\n**Problem:**\nIt stands still.\n\n**Solution:**\nCool it.\n\n"));
        var issues = numbers.Select(number => $"  freezes-{number}: {{anchor: computer-freezes-{number}, when: {{symptom: freeze}}, solutions: {{cool: {{text: Cool it}}}}}}\n");
        var rules = Assert.Single(RuleSite.With(rules: "topic: computers\nissues:\n" + string.Concat(issues), page: page).Build().Troubleshooters);
        Assert.Equal(30, rules.Issues.Length);

        var link = rules.Links.Read([new("tried", string.Join(',', Enumerable.Range(1, 5_000).Select(number => $"freezes-{number}")))]);
        var diagnosis = rules.Diagnose(link.Answers with { Tried = [.. rules.Issues.Select(issue => issue.Id)] });

        Assert.Equal(AnswerLinks.MostTried, link.Answers.Tried.Length);
        Assert.Equal(AnswerLinks.MostTried, diagnosis.ResultPath.Split("tried=")[1].Split(',').Length);
        Assert.Null(rules.Diagnose(link.Answers).ToTry);
        Assert.NotNull(rules.Diagnose(link.Answers with { Tried = link.Answers.Tried[1..] }).ToTry);
    }

    [Fact]
    public async Task A_form_sent_without_an_answer_is_told_from_one_with_an_answer()
    {
        var rules = await ShippedContent.TopicAsync("network");

        Assert.Equal("symptom", Assert.Single(rules.Links.Read([new("symptom", "")]).Unanswered).Id.Value);
        Assert.Empty(rules.Links.Read([new("symptom", ""), new("symptom", "other")]).Unanswered);
    }

    [Fact]
    public async Task An_option_that_is_no_more_is_told_and_asked_again()
    {
        var rules = await ShippedContent.TopicAsync("network");

        var link = rules.Links.Read([new("symptom", "slow-setup"), new("os", "windows-95")]);

        Assert.Equal("os", Assert.Single(link.Stale).Id.Value);
        Assert.Equal("/troubleshoot/network/os?symptom=slow-setup", rules.Diagnose(link.Answers).Canonical);
    }

    [Fact]
    public async Task A_symptom_cannot_be_unknown()
    {
        var rules = await ShippedContent.TopicAsync("network");

        Assert.Equal("symptom", Assert.Single(rules.Links.Read([new("symptom", "unknown")]).Stale).Id.Value);
    }

    [Fact]
    public void Former_names_of_facts_and_options_are_understood()
    {
        var facts = RuleSite.Facts.Replace("    ask: How warm is the room?", "    ask: How warm is the room?\n    aliases: [temperature]").Replace("{hot: Hot,", "{hot: {label: Hot, aliases: [warm]},");
        var rules = RuleSite.With(facts + "aliases: {trouble: symptom, room.icy: cold}\n").Build().Troubleshooters[0];

        Assert.Equal("?symptom=freeze&room=hot", rules.Links.ToQuery(rules.Links.Read([new("temperature", "warm"), new("trouble", "freeze")]).Answers));
        Assert.Equal("?room=cold", rules.Links.ToQuery(rules.Links.Read([new("temperature", "icy")]).Answers));
    }

    [Fact]
    public async Task Answers_that_exclude_each_other_are_shown_and_nothing_is_guessed()
    {
        var rules = await ShippedContent.TopicAsync("network");

        var diagnosis = rules.Diagnose(Answers.None.With("symptom", "slow-setup").With("os", "centos-7").With("peer", "internet").With("cloud-nat", "no"));

        Assert.Equal((DiagnosisState.Contradiction, null), (diagnosis.State, diagnosis.Next));
        Assert.Equal(["peer", "cloud-nat"], diagnosis.Contradiction!.Facts.Select(answer => answer.Fact.Id.Value));
        Assert.StartsWith("Traffic with the internet", diagnosis.Contradiction.Because);
        Assert.Empty(diagnosis.Issues);
    }

    [Fact]
    public async Task Each_option_tells_what_it_would_leave()
    {
        var rules = await ShippedContent.TopicAsync("network");

        var effects = rules.EffectsOf(new FactId("vm-nat"), Answers.None.With("symptom", "slow-setup").With("os", "centos-7"));

        Assert.Equal(["Yes", "No", null], effects.Select(effect => effect.Option?.Label));
        Assert.Equal(["centos-delay", "sdn-delay"], effects[0].Leaves.Select(issue => issue.Id.Value));
        Assert.Equal(["centos-delay"], effects[1].RulesOut.Select(issue => issue.Id.Value));
        Assert.Empty(effects[2].RulesOut);
    }

    [Fact]
    public async Task A_possible_issue_names_the_one_check_that_would_decide_it()
    {
        var walk = Walk.Of(await ShippedContent.TopicAsync("network"), "symptom=slow-setup os=centos-7 vm-nat=yes peer=same-project cloud-nat=no");

        Assert.Equal(("insert-failed", 1), (walk.Verdict("centos-delay").Decider!.Id.Value, walk.Verdict("centos-delay").Missing));
    }
}
