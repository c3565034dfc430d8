using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Scenarios;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>Runs every scenario, and tells which lines of the conditions none of them protects.</summary>
internal static class ScenarioChecks
{
    public static void Run(ImmutableArray<Troubleshooter> topics, ImmutableArray<Scenario> scenarios, DiagnosticLog log)
    {
        foreach (var topic in topics)
        {
            ImmutableArray<ScenarioRun> runs = [.. scenarios.Where(scenario => scenario.Topic == topic.Topic.Id).Select(scenario => ScenarioRun.Of(topic, scenario))];
            foreach (var run in runs)
                foreach (var difference in run.Differences)
                    log.Add(DiagnosticCodes.ScenarioFails, run.Scenario.Location, $"Scenario '{run.Scenario.Name}': {difference}");
            CheckCoverage(topic, runs, log);
        }
    }

    private static void CheckCoverage(Troubleshooter topic, ImmutableArray<ScenarioRun> runs, DiagnosticLog log)
    {
        var literals = LiteralCoverage.Of(topic, runs);
        if (runs.Length == 0)
        {
            log.Add(DiagnosticCodes.UnprotectedLiteral, topic.Topic.Location, $"Topic '{topic.Topic.Id}' has no scenario: {literals.Length} lines of its conditions are protected by none", "Add scenarios for the topic to wizard/scenarios.yaml.");
            return;
        }
        foreach (var literal in literals.Where(literal => !literal.IsProtected))
            log.Add(DiagnosticCodes.UnprotectedLiteral, literal.Location, $"The line '{literal.Line}' of {literal.Of} is protected by no scenario");
        var reached = runs.Where(run => run.Diagnosis.Given.Given.Any(answer => answer.Option is null)).SelectMany(run => run.Diagnosis.Matches.Concat(run.Diagnosis.Possible)).Select(verdict => verdict.Rule.Id).ToHashSet();
        foreach (var issue in topic.Issues.Where(issue => !reached.Contains(issue.Id) && CanBeUnknown(topic, issue)))
            log.Add(DiagnosticCodes.NoUnknownScenario, issue.Location, $"No scenario reaches '{issue.Id}' through an unknown answer");
    }

    private static bool CanBeUnknown(Troubleshooter topic, IssueRule issue) =>
        issue.Condition.Cubes.Any(cube => cube.Literals.Any(literal => topic.Facts[literal.Fact].AllowsUnknown) && LiteralCoverage.CanHold(topic, cube.Literals));
}
