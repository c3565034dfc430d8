using System.CommandLine;
using KnowledgeBase.Content;

namespace KnowledgeBase.Cli;

/// <summary>The folder that every verb reads.</summary>
internal static class ContentArgument
{
    public static Argument<string> Create() => new("DIR") { Description = "A Grav user folder, or the folder with its pages." };

    /// <summary>Reads and compiles the folder, with a line on standard error when it takes longer than a second.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static async Task<KnowledgeSnapshot> CompileAsync(string path, BuildOptions options, CancellationToken cancellationToken)
    {
        var folder = ContentFolder.Open(path);
        await using var progress = Progress.Start();
        progress.Report("Reading files");
        var files = await folder.ReadAsync(cancellationToken);
        progress.Report(files.Sources.Length == 1 ? "Compiling 1 file" : $"Compiling {files.Sources.Length} files");
        return new KnowledgeBuilder(options).Build(files, cancellationToken);
    }
}
