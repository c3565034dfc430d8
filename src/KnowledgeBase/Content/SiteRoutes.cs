using System.Collections.Frozen;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Who answers at which route. Pages come first in tree order; an alias never shadows a page. Immutable; case does not count.</summary>
internal sealed record SiteRoutes(FrozenDictionary<string, TreeNode> Pages, FrozenDictionary<string, TreeNode> Aliases)
{
    public static SiteRoutes Collect(TreeNode root, DiagnosticLog log)
    {
        var nodes = root.SelfAndDescendants().Skip(1).ToList();
        var pages = new Dictionary<string, TreeNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in nodes.Where(node => node.IsReachable))
        {
            if (ReservedRoutes.Holds(node.Route))
                Report(log, DiagnosticCodes.ReservedRoute, node, $"The route '{node.Route}' belongs to the site itself; this page cannot be reached there");
            if (!pages.TryAdd(node.Route, node))
                Report(log, DiagnosticCodes.DuplicateRoute, node, $"The route '{node.Route}' belongs to '{pages[node.Route].File!.Source.Path}' already; this page cannot be reached");
        }
        // Folders and hidden pages keep their route for navigation and media as long as no page needs it.
        foreach (var node in nodes.Where(node => !node.IsReachable))
            pages.TryAdd(node.Route, node);
        return new SiteRoutes(pages.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), CollectAliases(nodes, pages, log));
    }

    private static FrozenDictionary<string, TreeNode> CollectAliases(List<TreeNode> nodes, Dictionary<string, TreeNode> pages, DiagnosticLog log)
    {
        var aliases = new Dictionary<string, TreeNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in nodes.Where(node => node.IsReachable))
        {
            foreach (var alias in node.Header.Aliases)
                Add(alias, node);
        }
        // What follows from folder names and canonical routes is not written as an alias, so nobody is told when it is taken.
        foreach (var node in nodes.OrderByDescending(node => node.IsReachable))
        {
            aliases.TryAdd(node.RawRoute, node);
            if (node.Header.CanonicalRoute is { } canonical)
                aliases.TryAdd(canonical, node);
        }
        return aliases.Where(alias => !IsPage(alias.Key)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        bool IsPage(string route) => pages.TryGetValue(route, out var page) && page.IsReachable;

        void Add(string alias, TreeNode node)
        {
            var owner = IsPage(alias) ? pages[alias] : aliases.GetValueOrDefault(alias);
            if (owner is null)
                aliases[alias] = node;
            else if (owner.Folder != node.Folder)
                Report(log, DiagnosticCodes.AliasCollision, node, $"The alias '{alias}' leads to '{owner.File!.Source.Path}' already and is left out here");
        }
    }

    private static void Report(DiagnosticLog log, DiagnosticCode code, TreeNode node, string message)
    {
        var values = node.File!.FrontMatter.Values;
        var key = values["routes"] ?? values["slug"];
        log.Add(code, new SourceLocation(node.File.Source.Path, key?.Line ?? 1, key?.Column ?? 1), message);
    }
}
