using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Checks;
using KnowledgeBase.Troubleshooting.Rules;
using KnowledgeBase.Troubleshooting.Scenarios;

namespace KnowledgeBase;

/// <summary>
/// The proofs of the wizard's rules, remembered from one build to the next: most saves change a text and no rule. What the checks see is the text of the rule
/// files and which issues and bullets they were bound to, nothing else of the pages. Safe to share.
/// </summary>
internal sealed class RuleProofs
{
    private volatile Proof? _last;

    /// <summary>What is wrong with the rules.</summary>
    public ImmutableArray<Diagnostic> Of(ContentFiles files, FactBook facts, CompiledTopics topics, ImmutableArray<Scenario> scenarios)
    {
        var rules = HashOf(files, topics);
        if (_last is { } last && last.Rules == rules)
            return last.Findings;
        var log = new DiagnosticLog();
        RuleChecks.Run(facts, topics, scenarios, log);
        return (_last = new Proof(rules, log.ToImmutable())).Findings;
    }

    private static UInt128 HashOf(ContentFiles files, CompiledTopics topics)
    {
        var hash = new XxHash128();
        foreach (var file in files.Wizard.Concat(files.Sources.Where(source => source.Name == PageRulesReader.Name)))
        {
            hash.Add(file);
        }
        hash.Add(topics.IsWhole ? "whole" : "part");
        foreach (var topic in topics.Topics)
        {
            hash.Add(topic.Topic.Id.Value);
            hash.Add(topic.Issues.Length.ToString(CultureInfo.InvariantCulture));
            foreach (var issue in topic.Issues)
            {
                hash.Add(issue.Id.Value);
                hash.Add(string.Join(' ', issue.Solutions.Select(solution => solution.IsBound ? solution.Id : $"({solution.Id})")));
            }
        }
        return hash.GetCurrentHashAsUInt128();
    }

    private sealed record Proof(UInt128 Rules, ImmutableArray<Diagnostic> Findings);
}
