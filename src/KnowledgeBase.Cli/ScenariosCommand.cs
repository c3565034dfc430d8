using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting;
using KnowledgeBase.Troubleshooting.Checks;
using KnowledgeBase.Troubleshooting.Scenarios;

namespace KnowledgeBase.Cli;

/// <summary><c>scenarios DIR</c>: what the wizard concludes, against what its authors expect.</summary>
internal static class ScenariosCommand
{
    public static Command Create()
    {
        var folder = ContentArgument.Create();
        var command = new Command(
            "scenarios",
            """
            Runs wizard/scenarios.yaml and prints each scenario with what differs, then the length of interviews and the lines of conditions that no scenario protects. Exit code 0: all pass, 1: one fails, 2: wrong usage or no such folder.

            Example:
              dotnet run --project src/KnowledgeBase.Cli -- scenarios content
            """)
        {
            folder,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var compiled = await ContentArgument.CompileAsync(parsed.GetRequiredValue(folder), new BuildOptions { ColoursCode = false, ProvesRules = false }, cancellationToken);
            return Print(compiled.Snapshot) ? ExitCode.Success : ExitCode.Findings;
        });
        return command;
    }

    private static bool Print(KnowledgeSnapshot snapshot)
    {
        var passes = PrintBroken(snapshot);
        foreach (var topic in snapshot.Troubleshooters)
        {
            var runs = snapshot.Scenarios.Where(scenario => scenario.Topic == topic.Topic.Id).Select(scenario => ScenarioRun.Of(topic, scenario)).ToArray();
            Console.WriteLine($"{topic.Topic.Title}: {Count(runs.Length, "scenario")}, {Count(runs.Count(run => !run.Passes), "failure")}");
            foreach (var run in runs)
                PrintRun(run);
            PrintStatistics(topic, runs);
            passes &= Array.TrueForAll(runs, run => run.Passes);
        }
        if (snapshot.Troubleshooters.Length == 0 && snapshot.UnavailableTopics.Length == 0)
            Console.WriteLine("No topic of the wizard has rules.");
        return passes;
    }

    /// <summary>A topic that cannot be used, and a scenario that cannot be read, fail like one that comes out wrong.</summary>
    private static bool PrintBroken(KnowledgeSnapshot snapshot)
    {
        foreach (var topic in snapshot.UnavailableTopics)
            Console.WriteLine($"{topic.Title}: not available, {topic.Reason}");
        var unread = snapshot.Diagnostics.Where(diagnostic => diagnostic.Location.File == "wizard/scenarios.yaml" && diagnostic.Severity == Severity.Error).ToArray();
        foreach (var diagnostic in unread)
            Console.WriteLine($"FAIL  {diagnostic.Location}: {diagnostic.Message}");
        return snapshot.UnavailableTopics.Length == 0 && unread.Length == 0;
    }

    private static void PrintRun(ScenarioRun run)
    {
        Console.WriteLine($"{(run.Passes ? "ok  " : "FAIL")}  {run.Scenario.Name} ({run.Scenario.Location.File}:{run.Scenario.Location.Line})");
        foreach (var difference in run.Differences)
            Console.WriteLine($"        {difference}");
    }

    private static void PrintStatistics(Troubleshooter topic, ScenarioRun[] runs)
    {
        var lengths = InterviewStatistics.Of(topic);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      Interviews: {lengths.Walks} led, {lengths.Mean:0.0} questions on average, 95 % need {lengths.P95} or fewer, the longest {lengths.Longest}"));
        var literals = LiteralCoverage.Of(topic, [.. runs]);
        Console.WriteLine($"      Lines of conditions protected: {literals.Count(literal => literal.IsProtected)} of {literals.Length}");
        foreach (var literal in literals.Where(literal => !literal.IsProtected))
            Console.WriteLine($"        not protected: {literal.Line} of {literal.Of} ({literal.Location.File}:{literal.Location.Line})");
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
