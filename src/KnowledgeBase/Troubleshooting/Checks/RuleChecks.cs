using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Rules;
using KnowledgeBase.Troubleshooting.Scenarios;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>Everything that can be said of rules without a visitor: the list of the linter. Nothing here enumerates answers; each proof has a budget.</summary>
internal static class RuleChecks
{
    // Steps to an example of answers that would end nowhere; one is enough and found quickly.
    private const int ExampleBudget = 2_000;

    public static void Run(FactBook facts, CompiledTopics topics, ImmutableArray<Scenario> scenarios, DiagnosticLog log)
    {
        foreach (var topic in topics.Topics)
        {
            new ConditionChecks(topic, log).Run();
            new OverlapChecks(topic, log).Run(topics.Exclusive.GetValueOrDefault(topic.Topic.Id, []));
            InterviewChecks.Run(topic, log);
        }
        // Rules of a topic that steps aside, or of a page that is not published, might need what seems needless without them.
        if (topics.IsWhole && facts.Broken.IsEmpty)
            new FactChecks(facts, topics.Topics, log).Run();
        if (facts.Fallback is null && facts.Fault is null)
            CheckFallback(facts, topics.Topics, log);
        EvidenceChecks.Run(facts.Readers, scenarios, log);
        ScenarioChecks.Run(topics.Topics, scenarios, log);
    }

    private static void CheckFallback(FactBook facts, ImmutableArray<Troubleshooter> topics, DiagnosticLog log)
    {
        var example = topics.Select(topic => (topic, Cover: InterviewChecks.CoverOf(topic, ExampleBudget))).Where(pair => pair.Cover.Gap == Verdict.Found)
            .Select(pair => Wording.Example(pair.topic.Facts, pair.Cover.Example)).FirstOrDefault();
        log.Add(DiagnosticCodes.NoFallback, facts.Location, example is null ? "There is no fallback" : $"There is no fallback: 1 example that would end nowhere: {example}");
    }
}
