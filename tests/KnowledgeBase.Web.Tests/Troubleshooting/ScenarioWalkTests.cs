using AngleSharp.Dom;
using KnowledgeBase.Content;
using KnowledgeBase.Troubleshooting;
using KnowledgeBase.Troubleshooting.Rules;
using KnowledgeBase.Troubleshooting.Scenarios;

namespace KnowledgeBase.Web.Tests.Troubleshooting;

/// <summary>What authors expect of the wizard is what somebody without scripts is told.</summary>
public sealed class ScenarioWalkTests : IAsyncLifetime
{
    private readonly Site _site = new(Path.Combine(Repository.Root, "content"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Every_scenario_of_the_shipped_content_ends_as_expected_on_the_plain_pages()
    {
        var folder = ContentFolder.Open(Path.Combine(Repository.Root, "content"));
        var snapshot = new KnowledgeBuilder().Build(await folder.ReadAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.NotEmpty(snapshot.Scenarios);
        foreach (var scenario in snapshot.Scenarios)
        {
            var rules = snapshot.Troubleshooters.Single(topic => topic.Topic.Id == scenario.Topic);
            var visitor = await WalkAsync(scenario, rules);

            Assert.True(visitor.Asked.Count <= (scenario.Expect.MaxQuestions ?? 12), scenario.Name);
            Assert.DoesNotContain(visitor.Asked, fact => scenario.Expect.NotAsked.Contains(new FactId(fact)));
            AssertShown(scenario, scenario.Expect.Matches, "match", rules, visitor);
            AssertShown(scenario, scenario.Expect.Possible, "possible", rules, visitor);
        }
    }

    private async Task<WizardVisitor> WalkAsync(Scenario scenario, Troubleshooter rules)
    {
        // What pasted output proves is in the address, whichever way it came there.
        var pasted = scenario.Paste is null ? Answers.None : rules.ReadEvidence(scenario.Paste).AddTo(Answers.None);
        var answers = scenario.Answers.Given.Select(answer => $"{answer.Fact}={answer.Option?.Value ?? "unknown"}");
        var visitor = await new WizardVisitor(_site.Visitor()).GoAsync(rules.Diagnose(pasted).Canonical);
        return await visitor.AnswerAsync(string.Join(' ', answers));
    }

    private static void AssertShown(Scenario scenario, IEnumerable<RuleId>? expected, string status, Troubleshooter rules, WizardVisitor visitor)
    {
        if (expected is null)
            return;
        var titles = expected.Select(id => rules.Issues.Single(issue => issue.Id == id).Known.Title);
        var shown = visitor.Page.QuerySelectorAll($"article[data-is={status}] h3").Select(heading => heading.TextContent.Trim());
        Assert.True(titles.Order().SequenceEqual(shown.Order()), $"{scenario.Name}: {visitor.Address} shows {string.Join(", ", shown)}");
    }
}
