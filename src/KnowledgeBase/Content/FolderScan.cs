using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>A file that a scan found: its path as the product names it, where it is on disk, its size, and when it was written and made.</summary>
internal sealed record FoundFile(string Path, string FullPath, long Length, DateTime WrittenUtc = default, DateTime CreatedUtc = default);

/// <summary>
/// Lists a folder tree in ordinal order, whatever order the file system has. Hidden names and names with <c>:</c> are left out as in Grav, and so is what
/// editors and merges leave beside a page: it may hold what was never meant to be read. Links are followed as long as they stay inside the content folder
/// and do not lead back to a folder above themselves.
/// </summary>
internal sealed class FolderScan
{
    private const int MaxDepth = 100;

    // Links to links multiply: two in each of fifteen folders make 65,000 of them.
    private const int MaxFollowed = 16;

    private static readonly string[] Leftovers = [".bak", ".orig", ".rej", ".swp", ".tmp"];

    private readonly Dictionary<string, int> _followed = new(StringComparer.Ordinal);

    private readonly ImmutableArray<string>.Builder _folders = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<FoundFile>.Builder _files = ImmutableArray.CreateBuilder<FoundFile>();
    private readonly string _realBoundary;
    private readonly string _prefix;
    private readonly DiagnosticLog _log;

    private FolderScan(string boundary, string prefix, DiagnosticLog log)
    {
        _realBoundary = RealPath(boundary);
        _prefix = prefix;
        _log = log;
    }

    public ImmutableArray<string> Folders { get; private set; }

    public ImmutableArray<FoundFile> Files { get; private set; }

    /// <summary>Scans <paramref name="folder"/>.</summary>
    /// <param name="folder">The folder to list.</param>
    /// <param name="boundary">The folder that no link may leave.</param>
    /// <param name="prefix">Put before every path.</param>
    /// <param name="log">Receives links that are not followed and folders that cannot be listed.</param>
    public static FolderScan Run(string folder, string boundary, string prefix, DiagnosticLog log)
    {
        var scan = new FolderScan(boundary, prefix, log);
        scan.Visit(new DirectoryInfo(folder), "", [RealPath(folder)]);
        scan.Folders = scan._folders.ToImmutable();
        scan.Files = scan._files.ToImmutable();
        return scan;
    }

    /// <summary>Whether a path, with all links followed, lies inside a folder.</summary>
    public static bool IsInside(string folder, string path)
    {
        var (realFolder, realPath) = (RealPath(folder), RealPath(path));
        return realPath == realFolder || realPath.StartsWith(Path.TrimEndingDirectorySeparator(realFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private void Visit(DirectoryInfo folder, string path, ImmutableList<string> above)
    {
        if (above.Count > MaxDepth)
        {
            Report(DiagnosticCodes.UnreadableFile, path, $"The folder is nested more than {MaxDepth} levels deep and is left out");
            return;
        }
        foreach (var entry in List(folder, path))
        {
            var entryPath = path.Length == 0 ? entry.Name : $"{path}/{entry.Name}";
            if (entry.Name.StartsWith('.') || (entry is DirectoryInfo ? entry.Name.Contains(':') : IsLeftover(entry.Name)))
                continue;
            if (entry.LinkTarget is not null && !MayFollow(entry, entryPath, above))
                continue;
            if (entry is DirectoryInfo directory)
            {
                _folders.Add(_prefix + entryPath);
                Visit(directory, entryPath, entry.LinkTarget is null ? above.Add(Path.Combine(above[^1], entry.Name)) : above.Add(RealPath(entry.FullName)));
            }
            else
            {
                AddFile((FileInfo)entry, entryPath);
            }
        }
    }

    private static bool IsLeftover(string name) => name.EndsWith('~') || (name.StartsWith('#') && name.EndsWith('#'))
        || (Array.Exists(Leftovers, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && Path.GetExtension(Path.GetFileNameWithoutExtension(name)).ToLowerInvariant() is ".md" or ".yaml");

    private void AddFile(FileInfo file, string path)
    {
        try
        {
            var target = file.LinkTarget is null ? file : new FileInfo(RealPath(file.FullName));
            _files.Add(new FoundFile(_prefix + path, file.FullName, target.Length, target.LastWriteTimeUtc, target.CreationTimeUtc));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has gone since it was listed, or its name is not UTF-8.
            Report(DiagnosticCodes.UnreadableFile, path, "The file cannot be read and is left out");
        }
    }

    private FileSystemInfo[] List(DirectoryInfo folder, string path)
    {
        try
        {
            var entries = folder.GetFileSystemInfos();
            Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(DiagnosticCodes.UnreadableFile, path, "The folder cannot be listed and is left out");
            return [];
        }
    }

    private bool MayFollow(FileSystemInfo link, string path, ImmutableList<string> above)
    {
        var target = RealPath(link.FullName);
        if (!File.Exists(target) && !Directory.Exists(target))
        {
            Report(DiagnosticCodes.UnreadableFile, path, "The link leads to nothing and is left out");
            return false;
        }
        if (target != _realBoundary && !target.StartsWith(_realBoundary + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            Report(DiagnosticCodes.LinkOutOfTree, path, "The link leads out of the content folder and is not followed");
            return false;
        }
        if (above.Exists(folder => folder == target || folder.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            Report(DiagnosticCodes.LinkOutOfTree, path, "The link leads back to a folder above it and is not followed");
            return false;
        }
        var times = _followed.GetValueOrDefault(target) + 1;
        _followed[target] = times;
        if (times <= MaxFollowed)
            return true;
        Report(DiagnosticCodes.LinkOutOfTree, path, $"More than {MaxFollowed} links lead to the same place; this one is not followed");
        return false;
    }

    private void Report(DiagnosticCode code, string path, string message) => _log.Add(code, new SourceLocation(_prefix + path is { Length: > 0 } name ? name : "."), message);

    /// <summary>The path with every link in it followed; a part that does not exist stays as it is.</summary>
    private static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var real = Path.GetPathRoot(full)!;
        var followed = 0;
        var pending = new Stack<string>(full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse());
        while (pending.TryPop(out var name))
        {
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }
            var next = Path.Combine(real, name);
            var target = new FileInfo(next).LinkTarget;
            if (target is null || ++followed > 40)
            {
                real = next;
                continue;
            }
            if (Path.IsPathRooted(target))
                real = Path.GetPathRoot(target)!;
            foreach (var part in target.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
                if (part != ".")
                    pending.Push(part);
        }
        return real;
    }
}
