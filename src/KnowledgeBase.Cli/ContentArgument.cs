using System.CommandLine;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Cli;

/// <summary>The folder that every verb reads.</summary>
internal static class ContentArgument
{
    public static Argument<string> Create() => new("DIR") { Description = "A Grav user folder, or the folder with its pages." };

    /// <summary>Reads and compiles the folder, with a line on standard error when it takes longer than a second.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static async Task<CompiledFolder> CompileAsync(string path, BuildOptions options, CancellationToken cancellationToken)
    {
        var folder = ContentFolder.Open(path);
        await using var progress = Progress.Start();
        progress.Report("Reading files");
        var files = await folder.ReadAsync(cancellationToken);
        progress.Report(files.Sources.Length == 1 ? "Compiling 1 file" : $"Compiling {files.Sources.Length} files");
        return new CompiledFolder(folder, new KnowledgeBuilder(options).Build(files, cancellationToken));
    }
}

/// <summary>A content folder and what it was compiled to.</summary>
internal sealed record CompiledFolder(ContentFolder Folder, KnowledgeSnapshot Snapshot)
{
    /// <summary>
    /// The file of a diagnostic as seen from the current directory, for tools that show it beside the file's lines; relative to the pages root where the
    /// content lies elsewhere.
    /// </summary>
    public string PathOf(SourceLocation location)
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, Folder.FullPath(location)).Replace('\\', '/');
        return path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) ? location.File : path;
    }
}
