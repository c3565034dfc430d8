using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Second step of the compiler: the headers of all pages, and with them every route of the site.</summary>
internal sealed class SiteTreeBuilder
{
    private readonly SiteSettings _settings;
    private readonly PageFileReader _reader;
    private readonly DiagnosticLog _log;
    private readonly IReadOnlyDictionary<string, PageFile> _pageFiles;
    private readonly ILookup<string, string> _subfolders;

    private SiteTreeBuilder(ContentFiles files, SiteSettings settings, PageFileReader reader, int threads, DiagnosticLog log)
    {
        _settings = settings;
        _reader = reader;
        _log = log;
        _pageFiles = ReadPageFiles(files, reader, threads);
        _subfolders = files.Folders.ToLookup(folder => PagePath.Parent(folder) ?? "", StringComparer.Ordinal);
    }

    public static SiteTree Build(ContentFiles files, SiteSettings settings, PageFileReader reader, int threads, DiagnosticLog log) =>
        new SiteTreeBuilder(files, settings, reader, threads, log).Build(files);

    private SiteTree Build(ContentFiles files)
    {
        foreach (var source in files.Sources.Where(source => source.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)))
            if (WhyNoPage(source) is { } reason)
                _log.Add(DiagnosticCodes.NotAPage, new SourceLocation(source.Path), reason);
        foreach (var file in _pageFiles.Values.OrderBy(file => file.Source.Path, StringComparer.Ordinal))
            _log.AddRange(file.Diagnostics);
        if (_pageFiles.Count == 0)
            _log.Add(DiagnosticCodes.NoPages, new SourceLocation("."), "The content folder has no pages");

        var home = FindHome();
        var root = MakeNode("", order: 0, Parent.Top, home);
        var routes = SiteRoutes.Collect(root, _log);
        return new SiteTree(root, root.SelfAndDescendants().FirstOrDefault(node => node.Folder == home), routes, files);
    }

    private static Dictionary<string, PageFile> ReadPageFiles(ContentFiles files, PageFileReader reader, int threads)
    {
        var folders = files.Sources.Where(source => source.Folder.Length > 0).GroupBy(source => source.Folder, StringComparer.Ordinal).ToArray();
        var read = new PageFile?[folders.Length];
        Parallel.For(0, folders.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, index => read[index] = reader.Read(folders[index].Key, folders[index]));
        return folders.Zip(read).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Key, pair => pair.Second!, StringComparer.Ordinal);
    }

    private string? WhyNoPage(SourceFile source)
    {
        if (source.Folder.Length == 0)
            return "A file in the pages root itself is no page";
        if (!_reader.IsPageFile(source.Name))
            return $"'{source.Name}' is not the name of a page file, or of a language that the site does not have";
        var isBelowModule = !PagePath.IsModule(PagePath.Name(source.Folder)) && source.Folder.Split('/').Any(PagePath.IsModule);
        return isBelowModule ? "A page below a module has no address and is not shown" : null;
    }

    /// <summary>The folder of the page at <c>/</c>.</summary>
    private string? FindHome()
    {
        var alias = _settings.HomeAlias ?? "/home";
        if (_pageFiles.Keys.Order(StringComparer.Ordinal).FirstOrDefault(folder => RawRoute(folder).Equals(alias, StringComparison.OrdinalIgnoreCase)) is { } home)
            return home;
        if (_settings.HomeAlias is not null && _pageFiles.Count > 0)
            _log.Add(DiagnosticCodes.HomeNotFound, _settings.HomeAliasAt, $"The home page '{_settings.HomeAlias}' does not exist; the first page is used");
        return Siblings("").FirstOrDefault(folder => _pageFiles.TryGetValue(folder, out var file) && IsVisible(folder, file) && file.Header.IsRoutable);
    }

    private string RawRoute(string folder) => "/" + string.Join('/', folder.Split('/').Select(RawSlug));

    private string RawSlug(string name)
    {
        var slug = PagePath.WithoutPrefix(name);
        return _settings.UsesLowercaseRoutes ? slug.ToLowerInvariant() : slug;
    }

    private IEnumerable<string> Siblings(string folder) =>
        _subfolders[folder].OrderBy(PagePath.Name, Comparer<string>.Create(PagePath.Compare));

    private bool IsVisible(string folder, PageFile? file) => file is null
        ? PagePath.PrefixLength(PagePath.Name(folder)) > 0 && !_settings.HidesEmptyFolders
        : file.Header.IsPublished && (file.Header.IsVisible ?? PagePath.PrefixLength(PagePath.Name(folder)) > 0);

    /// <summary>What a folder needs to know of the one above it; <c>Prefix</c> is what its children's routes begin with.</summary>
    private readonly record struct Parent(string RawRoute, string Prefix, string? Route)
    {
        public static Parent Top => new("", "", null);
    }

    private TreeNode MakeNode(string folder, int order, Parent parent, string? home)
    {
        var file = _pageFiles.GetValueOrDefault(folder);
        var rawRoute = folder.Length == 0 ? "" : PagePath.Join(parent.RawRoute, RawSlug(PagePath.Name(folder)));
        var natural = folder.Length == 0
            ? ""
            : file?.Header.Route ?? PagePath.Join(parent.Prefix, file?.Header.Slug ?? RawSlug(PagePath.Name(folder)));
        var isHome = folder == home && folder.Length > 0;
        var route = isHome ? "/" : natural;
        var below = folder.Length == 0 ? Parent.Top : new Parent(rawRoute, isHome && _settings.HidesHomeInUrls ? "" : natural, route);
        var siblings = Siblings(folder).ToLookup(child => PagePath.IsModule(PagePath.Name(child)));
        return new TreeNode
        {
            Folder = folder,
            RawRoute = rawRoute,
            Route = route,
            ParentRoute = parent.Route,
            Order = order,
            File = file,
            IsVisible = IsVisible(folder, file),
            Children = [.. siblings[false].Select((child, index) => MakeNode(child, index + 1, below, home))],
            Modules = [.. siblings[true].Select((child, index) => MakeNode(child, index + 1, below, home))],
        };
    }
}
