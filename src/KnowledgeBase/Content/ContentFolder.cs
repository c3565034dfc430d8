using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>
/// A Grav user folder on disk, and the only place that reads files. The pages root is the first that exists of <c>user/pages</c>, <c>pages</c> and the
/// folder itself; configuration is in <c>config/</c> beside it.
/// </summary>
public sealed class ContentFolder
{
    private readonly ContentLimits _limits;

    private ContentFolder(string root, string pagesRoot, ContentLimits limits)
    {
        Root = root;
        PagesRoot = pagesRoot;
        _limits = limits;
    }

    /// <summary>The folder that was given, as a full path.</summary>
    public string Root { get; }

    /// <summary>The folder whose sub-folders are pages, as a full path.</summary>
    public string PagesRoot { get; }

    /// <summary>The folder that holds <c>pages</c>, <c>config</c> and <c>images</c>.</summary>
    private string SiteRoot => Path.GetDirectoryName(PagesRoot) ?? PagesRoot;

    /// <summary>Finds the pages root.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the message is a sentence for whoever gave the path.</exception>
    public static ContentFolder Open(string path, ContentLimits? limits = null)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new DirectoryNotFoundException("The name of the content folder is empty.");
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(root))
            throw new DirectoryNotFoundException(File.Exists(root) ? $"'{path}' is a file, not a folder." : $"There is no folder '{path}'.");
        string[] candidates = [Path.Combine(root, "user", "pages"), Path.Combine(root, "pages"), root];
        return new ContentFolder(root, candidates.First(Directory.Exists), limits ?? ContentLimits.Default);
    }

    /// <summary>The full path of a media file, null where it lies outside the content folder by now.</summary>
    public string? FullPath(MediaFile media)
    {
        var path = media.Path.StartsWith(SiteImages.Scheme, StringComparison.Ordinal)
            ? Path.Combine(SiteRoot, SiteImages.Folder, media.Path[SiteImages.Scheme.Length..])
            : Path.Combine(PagesRoot, media.Path);
        return File.Exists(path) && FolderScan.IsInside(Root, path) ? path : null;
    }

    /// <summary>The full path of a file that a diagnostic names.</summary>
    public string FullPath(SourceLocation location) => location.File.StartsWith("config/", StringComparison.Ordinal) || location.File == SynonymReader.FileName
        || (IsWizardFile(location.File) && File.Exists(Path.Combine(SiteRoot, location.File)))
        ? Path.Combine(SiteRoot, location.File)
        : Path.GetFullPath(Path.Combine(PagesRoot, location.File));

    /// <summary>Whether a path names a file of the wizard beside the pages root; a page's file lies one folder deeper, or ends otherwise.</summary>
    private static bool IsWizardFile(string path) =>
        path.StartsWith("wizard/", StringComparison.Ordinal) && path.LastIndexOf('/') == "wizard/".Length - 1
        && (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".md", StringComparison.Ordinal));

    /// <summary>What the folder looks like now; costs one listing, and no file is opened.</summary>
    public ContentFingerprint Fingerprint()
    {
        var log = new DiagnosticLog();
        var listed = DateTime.UtcNow;
        var scan = FolderScan.Run(PagesRoot, Root, "", log);
        return ContentFingerprint.Of(listed, scan.Folders, [.. scan.Files, .. ConfigurationFiles(log), .. WizardFiles(log), .. SiteImageFiles(log)]);
    }

    /// <summary>Reads every page, media name and configuration file. What cannot be read becomes a diagnostic.</summary>
    public Task<ContentFiles> ReadAsync(CancellationToken cancellationToken = default) => ReadAsync(ReadingRoom.OnHeap(), cancellationToken);

    /// <summary>The same, with the texts in a room: they can be read until it is disposed.</summary>
    public async Task<ContentFiles> ReadAsync(ReadingRoom room, CancellationToken cancellationToken = default)
    {
        var log = new DiagnosticLog();
        var listed = DateTime.UtcNow;
        var scan = FolderScan.Run(PagesRoot, Root, "", log);
        var config = ConfigurationFiles(log);
        var rules = WizardFiles(log);
        var wizard = await ReadTextsAsync(rules, room, cancellationToken);
        var sources = scan.Files.Where(file => IsSource(file.Path)).ToImmutableArray();
        if (sources.Length > _limits.Files)
            log.Add(DiagnosticCodes.UnreadableFile, new SourceLocation(sources[_limits.Files].Path), $"The folder has more than {_limits.Files} text files; this one and {sources.Length - _limits.Files - 1} more are left out", "Keep so many pages in more than one site.");
        var pages = await ReadTextsAsync([.. sources.Take(_limits.Files)], room, cancellationToken);
        var settings = await ReadTextsAsync(config, room, cancellationToken);
        var images = SiteImageFiles(log);
        var media = scan.Files.Where(file => !IsSource(file.Path)).Concat(images);
        return new ContentFiles
        {
            Folders = scan.Folders,
            Sources = pages.Files,
            Media = [.. media.Select(file => new MediaFile(file.Path, file.Length))],
            Configuration = settings.Files,
            Wizard = wizard.Files,
            Fingerprint = ContentFingerprint.Of(listed, scan.Folders, [.. scan.Files, .. config, .. rules, .. images]),
            Diagnostics = [.. log.ToImmutable(), .. pages.Diagnostics, .. settings.Diagnostics, .. wizard.Diagnostics],
        };
    }

    private static bool IsSource(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/frontmatter.yaml", StringComparison.Ordinal)
        || path.EndsWith("/wizard.yaml", StringComparison.Ordinal);

    private ImmutableArray<FoundFile> ConfigurationFiles(DiagnosticLog log)
    {
        var folder = Path.Combine(SiteRoot, "config");
        if (!Directory.Exists(folder))
            return [.. SynonymFile(log)];
        return
        [
            .. SynonymFile(log),
            .. FolderScan.Run(folder, SiteRoot, "config/", log).Files.Where(file =>
                file.Path is "config/system.yaml" or "config/site.yaml"
                || (file.Path.StartsWith("config/plugins/", StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal))),
        ];
    }

    private IEnumerable<FoundFile> SynonymFile(DiagnosticLog log)
    {
        var folder = Path.Combine(SiteRoot, "search");
        return PagesRoot != Root && Directory.Exists(folder) ? FolderScan.Run(folder, SiteRoot, "search/", log).Files.Where(file => file.Path == SynonymReader.FileName) : [];
    }

    private ImmutableArray<FoundFile> WizardFiles(DiagnosticLog log)
    {
        var folder = Path.Combine(SiteRoot, "wizard");
        if (!Directory.Exists(folder))
            return [];
        return [.. FolderScan.Run(folder, SiteRoot, "wizard/", log).Files.Where(file => IsWizardFile(file.Path))];
    }

    private ImmutableArray<FoundFile> SiteImageFiles(DiagnosticLog log)
    {
        var folder = Path.Combine(SiteRoot, SiteImages.Folder);
        return PagesRoot != Root && Directory.Exists(folder) ? FolderScan.Run(folder, Root, SiteImages.Scheme, log).Files : [];
    }

    private async Task<(ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics)> ReadTextsAsync(
        ImmutableArray<FoundFile> files, ReadingRoom room, CancellationToken cancellationToken)
    {
        var read = new TextFile?[files.Length];
        room.Expect(files.Sum(file => Math.Min(file.Length, _limits.FileBytes + 1L)));
        await Parallel.ForAsync(0, files.Length, cancellationToken, async (index, token) =>
            read[index] = await TextFile.ReadAsync(files[index], room, _limits.FileBytes, token));
        return
        (
            [.. read.Select(text => text!.Source).OfType<SourceFile>()],
            [.. read.Select(text => text!.Diagnostic).OfType<Diagnostic>()]
        );
    }
}
