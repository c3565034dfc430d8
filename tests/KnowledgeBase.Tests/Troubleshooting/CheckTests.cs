namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>What the check says of rules; one folder a code lies in <c>Fixtures/Diagnostics</c>.</summary>
public class CheckTests
{
    [Fact]
    public void An_unknown_fact_is_told_with_place_and_the_name_that_was_meant()
    {
        var finding = RuleSite.With(rules: RuleSite.Rules.Replace("room: hot", "rom: hot")).Build().Diagnostics[0];

        Assert.Equal("02.page/wizard.yaml:5:29: Unknown fact 'rom' in issue 'freezes' — did you mean 'room'?", $"{finding.Location}: {finding.Message}");
    }

    [Fact]
    public void An_unknown_option_is_told_with_those_that_there_are() =>
        Assert.Equal(
            ["KB302 'hott' is not an option of 'room' (hot, cold) — did you mean 'hot'?"],
            RuleSite.With(rules: RuleSite.Rules.Replace("room: hot", "room: hott")).Build().RuleFindings());

    [Fact]
    public void Bare_yes_and_no_are_told_everywhere_and_understood_all_the_same()
    {
        var snapshot = RuleSite.With(RuleSite.Facts.Replace("{hot: Hot, cold: Cold}", "{yes: Hot, no: Cold}"), RuleSite.Rules.Replace("room: hot", "room: yes")).Build();

        Assert.Equal(["wizard.yaml 35", "facts.yaml 15", "facts.yaml 25"], snapshot.Diagnostics.Where(diagnostic => diagnostic.Code.Id == "KB303").Select(diagnostic => $"{diagnostic.Location.File.Split('/')[1]} {diagnostic.Location.Column}"));
        Assert.Equal(["freezes"], Walk.Of(snapshot.Troubleshooters[0], "symptom=freeze room=yes").Matches);
    }

    [Fact]
    public void An_impossible_issue_is_told_with_the_implication_that_forbids_it()
    {
        var facts = RuleSite.Facts + "implies: [{if: {symptom: freeze}, then: {room: cold}, because: Frost freezes}]\n";

        Assert.Contains("KB304 Issue 'freezes' can never match: symptom: freeze implies room: cold (facts.yaml:11), but the issue needs room: hot", RuleSite.With(facts).Build().RuleFindings());
    }

    [Fact]
    public void A_missing_fallback_is_told_with_answers_that_would_end_nowhere() =>
        Assert.Equal(
            ["KB306 There is no fallback: 1 example that would end nowhere: symptom = other"],
            RuleSite.With(RuleSite.Facts.Split("fallback:")[0]).Build().RuleFindings().Where(finding => finding.StartsWith("KB306", StringComparison.Ordinal)));

    [Fact]
    public void A_gap_in_an_exhaustive_topic_is_told_by_example() =>
        Assert.Contains(
            "KB312 Topic 'computers' is exhaustive but not covered, e.g. symptom = freeze, room = cold",
            RuleSite.With(rules: RuleSite.Rules + "  loud:\n    anchor: computer-is-loud\n    when: {symptom: other}\n    solutions: {clean: {text: Clean it}}\nexhaustive: true\n").Build().RuleFindings());

    [Fact]
    public void An_exhaustive_topic_without_a_gap_is_left_in_peace() =>
        Assert.Empty(RuleSite.With(rules: RuleSite.Rules + "  loud:\n    anchor: computer-is-loud\n    when: {any: [{symptom: other}, {symptom: freeze, room: cold}]}\n    solutions: {clean: {text: Clean it}}\nexhaustive: true\n").Build().RuleFindings());

    [Fact]
    public void KB328_A_cover_that_is_too_hard_to_prove_is_said_to_be_undecided()
    {
        // Nine pigeons do not fit into eight holes: true, and known to be long to prove by splitting.
        var (pigeons, holes) = (Enumerable.Range(0, 9), Enumerable.Range(0, 8).ToArray());
        var facts = "facts:\n" + string.Concat(pigeons.SelectMany(pigeon => holes.Select(hole => $"  p{pigeon}h{hole}: {{ask: Is it there?, options: {{in: In, out: Out}}}}\n"))) + "fallback: {title: Nothing fits}\n";
        var homeless = pigeons.Select(pigeon => $"{{{string.Join(", ", holes.Select(hole => $"p{pigeon}h{hole}: out"))}}}");
        var crowded = holes.SelectMany(hole => pigeons.SelectMany(one => pigeons.Where(other => other > one).Select(other => $"{{p{one}h{hole}: in, p{other}h{hole}: in}}")));
        var rules = $"topic: pigeons\nexhaustive: true\nissues:\n  any:\n    anchor: computer-freezes\n    when: {{any: [{string.Join(", ", homeless.Concat(crowded))}]}}\n    solutions: {{cool: {{text: Cool}}}}\n";

        Assert.Contains("KB328 Topic 'pigeons' is exhaustive; 200000 steps were not enough to prove it", RuleSite.With(facts, rules).Build().RuleFindings());
    }

    [Fact]
    public void A_scenario_that_fails_says_what_was_expected_and_what_was_not_read()
    {
        var scenario = "- {name: cold, answers: {symptom: freeze, room: colt}, expect: {outcome: fallback}}\n";

        Assert.Contains(
            "KB316 Scenario 'cold': expected outcome fallback, got possible freezes because room was not read (unknown answer id 'colt')",
            RuleSite.With().And("wizard/scenarios.yaml", scenario).Build().RuleFindings());
    }

    [Fact]
    public void An_orphaned_solution_is_told_and_never_applies_for_certain()
    {
        var snapshot = RuleSite.With(page: RuleSite.Page.Replace("Cool the room.", "Chill the room.")).Build();

        Assert.Contains("KB307 The text of solution 'cool', \"Cool the room\", matches 0 bullets under #computer-freezes in docs.md (was the page edited?)", snapshot.RuleFindings());
        Assert.Equal(["1: MayApply"], Walk.Of(snapshot.Troubleshooters[0], "symptom=freeze room=hot").Solutions("freezes"));
    }

    [Theory]
    [InlineData("02.page/wizard.yaml", "topic: computers\nissues: {freezes: [")]
    [InlineData("02.page/wizard.yaml", "topic: computers\nissues: {freezes: {anchor: nowhere, when: {symptom: freeze}}}")]
    [InlineData("02.page/wizard.yaml", "topic: computers\nissues: {freezes: {anchor: computer-freezes, when: {weather: bad}}}")]
    [InlineData("wizard/facts.yaml", "facts: {symptom: {ask: [}}")]
    [InlineData("wizard/facts.yaml", "facts: {symptom: {ask: What, options: {freeze: Freeze}}, room: {ask: How, options: {hot: Hot, cold: Cold}}}")]
    [InlineData("wizard/facts.yaml", "facts: 7")]
    public void Broken_rules_step_aside_with_a_reason_and_pages_are_unharmed(string file, string text)
    {
        var snapshot = RuleSite.With().And(file, text).Build();

        Assert.Empty(snapshot.Troubleshooters);
        Assert.Equal("computers", Assert.Single(snapshot.UnavailableTopics).Id.Value);
        Assert.NotEmpty(snapshot.UnavailableTopics[0].Reason);
        Assert.Equal(2, snapshot.Issues.Length);
        Assert.Contains(snapshot.Diagnostics, diagnostic => diagnostic.Code.Id.StartsWith("KB3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_topic_whose_rules_are_sound_works_beside_one_whose_rules_are_broken()
    {
        var snapshot = RuleSite.With().And("03.other/docs.md", RuleSite.Page).And("03.other/wizard.yaml", RuleSite.Rules.Replace("computers", "others").Replace("room: hot", "roof: hot")).Build();

        Assert.Equal("computers", Assert.Single(snapshot.Troubleshooters).Topic.Id.Value);
        Assert.Equal("others", Assert.Single(snapshot.UnavailableTopics).Id.Value);
    }

    [Fact]
    public void A_knowledge_base_without_rules_has_no_wizard_and_no_findings()
    {
        var snapshot = TestSite.With("01.home/docs.md", "---\ntitle: Home\n---\n").Build();

        Assert.Empty(snapshot.Troubleshooters);
        Assert.Empty(snapshot.Diagnostics);
    }
}
