using System.CommandLine;
using KnowledgeBase.Export;

namespace KnowledgeBase.Cli;

/// <summary><c>export DIR</c>: the compiled knowledge base as JSON.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var folder = ContentArgument.Create();
        var command = new Command(
            "export",
            """
            Prints the whole compiled knowledge base as one JSON document: pages, headings, links, known issues.

            Example:
              dotnet run --project src/KnowledgeBase.Cli -- export content > content.json
            """)
        {
            folder,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var compiled = await ContentArgument.CompileAsync(parsed.GetRequiredValue(folder), new BuildOptions(), cancellationToken);
            await using var output = Console.OpenStandardOutput();
            ExportDocument.Write(compiled.Snapshot, output);
            return ExitCode.Success;
        });
        return command;
    }
}
