using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KnowledgeBase.Content;

/// <summary>
/// All folders with their routes, and the names of all files: what links are resolved against. Built from front matter alone, before any body is
/// parsed. Immutable; safe to share between the threads that parse.
/// </summary>
internal sealed class SiteTree
{
    private readonly FrozenDictionary<string, TreeNode> _byFolder;
    private readonly FrozenDictionary<string, TreeNode> _byFolderAnyCase;
    private readonly FrozenSet<string> _sources;
    private readonly FrozenDictionary<string, MediaFile> _media;
    private readonly FrozenDictionary<string, MediaFile> _mediaAnyCase;
    private readonly FrozenDictionary<string, TreeNode> _byRoute;
    private readonly FrozenDictionary<string, TreeNode> _byAlias;

    public SiteTree(TreeNode root, TreeNode? home, SiteRoutes routes, ContentFiles files)
    {
        Root = root;
        Home = home;
        Nodes = [.. root.SelfAndDescendants().Skip(1)];
        var all = Nodes.SelectMany(WithModules).Append(root).ToList();
        _byFolder = all.ToFrozenDictionary(node => node.Folder, StringComparer.Ordinal);
        _byFolderAnyCase = all.DistinctBy(node => node.Folder, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(node => node.Folder, StringComparer.OrdinalIgnoreCase);
        _sources = files.Sources.Select(source => source.Path).ToFrozenSet(StringComparer.Ordinal);
        _media = files.Media.ToFrozenDictionary(media => media.Path, StringComparer.Ordinal);
        _mediaAnyCase = files.Media.DistinctBy(media => media.Path, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(media => media.Path, StringComparer.OrdinalIgnoreCase);
        _byRoute = routes.Pages;
        _byAlias = routes.Aliases;
    }

    /// <summary>The pages root; no page itself.</summary>
    public TreeNode Root { get; }

    /// <summary>The page at <c>/</c>.</summary>
    public TreeNode? Home { get; }

    /// <summary>Every folder below the root in tree order, without modules.</summary>
    public ImmutableArray<TreeNode> Nodes { get; }

    public FrozenDictionary<string, TreeNode> Routes => _byRoute;

    public FrozenDictionary<string, TreeNode> Aliases => _byAlias;

    public FrozenDictionary<string, MediaFile> Media => _media;

    public TreeNode? FindFolder(string folder) => _byFolder.GetValueOrDefault(folder);

    public TreeNode? FindFolderAnyCase(string folder) => _byFolderAnyCase.GetValueOrDefault(folder);

    public bool HasSource(string path) => _sources.Contains(path);

    public MediaFile? FindMedia(string path) => _media.GetValueOrDefault(path);

    public MediaFile? FindMediaAnyCase(string path) => _mediaAnyCase.GetValueOrDefault(path);

    /// <summary>The folder at a route or one of its aliases, whatever the case.</summary>
    public TreeNode? FindRoute(string route)
    {
        var page = _byRoute.GetValueOrDefault(route);
        return page is { IsReachable: true } ? page : _byAlias.GetValueOrDefault(route) ?? page;
    }

    /// <summary>Whether a page answers at its own route: of two pages with one route only the first does.</summary>
    public bool Answers(TreeNode node) => node.IsReachable && _byRoute.GetValueOrDefault(node.Route)?.Folder == node.Folder;

    private static IEnumerable<TreeNode> WithModules(TreeNode node) => node.Modules.SelectMany(WithModules).Prepend(node);
}
