using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Benchmarks;

/// <summary>What stands behind each page of the wizard, on the shipped content.</summary>
[MemoryDiagnoser]
public class WizardBenchmarks
{
    private ImmutableArray<(Troubleshooter Rules, Answers Answers)> _states;

    [GlobalSetup]
    public void Setup() => _states = [.. ShippedContent.Compile().Troubleshooters.SelectMany(Walk)];

    [Benchmark(Description = "next question, all states of a walk")]
    public int Next() => _states.Count(state => state.Rules.Next(state.Answers) is not null);

    [Benchmark(Description = "diagnosis, all states of a walk")]
    public int Diagnose() => _states.Sum(state => state.Rules.Diagnose(state.Answers).Issues.Length);

    /// <summary>Always the first option, until there is nothing left to ask.</summary>
    private static IEnumerable<(Troubleshooter Rules, Answers Answers)> Walk(Troubleshooter rules)
    {
        var answers = Answers.None;
        yield return (rules, answers);
        while (rules.Next(answers) is { } fact)
            yield return (rules, answers = answers.With(new Answer(fact.Id, fact.Options[0].Id)));
    }
}
