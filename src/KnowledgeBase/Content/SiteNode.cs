using System.Collections.Immutable;

namespace KnowledgeBase.Content;

/// <summary>A folder of the site as navigation shows it. Immutable.</summary>
public sealed record SiteNode
{
    /// <summary>The name in navigation.</summary>
    public required string Label { get; init; }

    public required string Route { get; init; }

    /// <summary>Where it leads: route, external address, or the first page below; null where it leads nowhere.</summary>
    public required string? Href { get; init; }

    public required Page? Page { get; init; }

    /// <summary>Whether it stands in navigation.</summary>
    public required bool IsVisible { get; init; }

    /// <summary>In sibling order.</summary>
    public required ImmutableArray<SiteNode> Children { get; init; }

    internal static SiteNode From(TreeNode node, IReadOnlyDictionary<string, Page> pagesByFolder)
    {
        var page = pagesByFolder.GetValueOrDefault(node.Folder);
        var route = node.IsReachable ? node.Route : node.FirstReachableChild?.Route;
        return new SiteNode
        {
            Label = page?.Menu ?? node.ProvisionalTitle,
            Route = node.Route,
            Href = page?.ExternalUrl ?? (route is null ? null : PagePath.Encode(route)),
            Page = page,
            IsVisible = node.IsVisible,
            Children = [.. node.Children.Select(child => From(child, pagesByFolder))],
        };
    }
}
