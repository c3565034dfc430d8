using System.CommandLine;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Cli;

/// <summary><c>check DIR</c>: every diagnostic, for people and for machines.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = ContentArgument.Create();
        var format = new Option<string>("--format") { Description = "How to print: text, json, sarif or github.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        var strict = new Option<bool>("--strict") { Description = "End with exit code 1 for warnings too." };
        var command = new Command(
            "check",
            """
            Checks a content folder: pages, links, known issues. Exit code 0: no error, 1: findings, 2: wrong usage or no such folder.

            Example:
              dotnet run --project src/KnowledgeBase.Cli -- check content --strict
              dotnet run --project src/KnowledgeBase.Cli -- check content --format sarif > check.sarif
            """)
        {
            folder,
            format,
            strict,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var compiled = await ContentArgument.CompileAsync(parsed.GetRequiredValue(folder), new BuildOptions { ColoursCode = false }, cancellationToken);
            CheckReport.Of(parsed.GetRequiredValue(format)).Write(compiled, Console.Out);
            var bar = parsed.GetValue(strict) ? Severity.Warning : Severity.Error;
            return compiled.Snapshot.Diagnostics.Any(diagnostic => diagnostic.Severity >= bar) ? ExitCode.Findings : ExitCode.Success;
        });
        return command;
    }
}
