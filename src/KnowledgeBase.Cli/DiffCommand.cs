using System.CommandLine;
using KnowledgeBase.Troubleshooting.Differences;

namespace KnowledgeBase.Cli;

/// <summary><c>diff OLD NEW</c>: which answers lead elsewhere after a change of rules.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("OLD") { Description = "The content folder before the change." };
        var after = new Argument<string>("NEW") { Description = "The content folder after it." };
        var command = new Command(
            "diff",
            """
            Compares what the wizard's rules of two content folders mean: which answers lead elsewhere, with one example each. Exit code 0: no difference, 1: differences, 2: wrong usage or no such folder.

            Example:
              dotnet run --project src/KnowledgeBase.Cli -- diff content ../changed/content
            """)
        {
            before,
            after,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new BuildOptions { ColoursCode = false, ProvesRules = false };
            var old = await ContentArgument.CompileAsync(parsed.GetRequiredValue(before), options, cancellationToken);
            var now = await ContentArgument.CompileAsync(parsed.GetRequiredValue(after), options, cancellationToken);
            foreach (var unavailable in now.Snapshot.UnavailableTopics)
                Console.WriteLine($"{unavailable.Id}: not available, {unavailable.Reason}");
            var differences = RuleDifference.Between(old.Snapshot.Troubleshooters, now.Snapshot.Troubleshooters);
            foreach (var difference in differences)
                Console.WriteLine($"{difference.Topic}: {difference.Of} {difference.What}{(difference.Example is { } example ? $", e.g. {example}" : "")}");
            if (differences.Length == 0)
                Console.WriteLine("No answers lead elsewhere.");
            return differences.Length == 0 && now.Snapshot.UnavailableTopics.Length == 0 ? ExitCode.Success : ExitCode.Findings;
        });
        return command;
    }
}
