using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Evidence;
using KnowledgeBase.Troubleshooting.Scenarios;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>Reads the examples of every reader of pasted output: each must say what its author says, and one must decide nothing.</summary>
internal static class EvidenceChecks
{
    public static void Run(ImmutableArray<EvidenceReader> readers, ImmutableArray<Scenario> scenarios, DiagnosticLog log)
    {
        foreach (var reader in readers)
        {
            foreach (var example in reader.Examples)
                Check(reader, example, log);
            if (!reader.Examples.Any(example => example.Reads.Length == 0) && !scenarios.Any(scenario => scenario.Expect.Undecided.Contains(reader.Id)))
                log.Add(DiagnosticCodes.NoFailingExample, reader.Location, $"Evidence '{reader.Id}' has no failing example");
        }
    }

    private static void Check(EvidenceReader reader, EvidenceExample example, DiagnosticLog log)
    {
        var outcome = EvidenceReading.Read(reader, example.Paste);
        var found = outcome.Answers.Select(answer => answer.Answer).ToHashSet();
        if (!found.SetEquals(example.Reads))
            log.Add(
                DiagnosticCodes.NoFailingExample, example.Location, $"An example of evidence '{reader.Id}' is read as {List(found)}{(outcome.Problem is { } problem ? $" ({problem})" : "")}, expected {List(example.Reads)}",
                "Correct the example, or the reader.");
    }

    private static string List(IEnumerable<EvidenceAnswer> answers) => string.Join(", ", answers.Select(answer => $"{answer.Fact}: {answer.Option}")) is { Length: > 0 } list ? list : "nothing";
}
