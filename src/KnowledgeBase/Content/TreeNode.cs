using System.Collections.Immutable;

namespace KnowledgeBase.Content;

/// <summary>A folder below the pages root with the routes that follow from its place. Immutable.</summary>
internal sealed record TreeNode
{
    /// <summary>Path relative to the pages root; empty for the root.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder names without prefixes, lower-cased.</summary>
    public required string RawRoute { get; init; }

    /// <summary>The canonical route.</summary>
    public required string Route { get; init; }

    /// <summary>The parent folder's route, null at the top.</summary>
    public required string? ParentRoute { get; init; }

    /// <summary>Position among its siblings, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The page file, null for a folder without one.</summary>
    public required PageFile? File { get; init; }

    public required bool IsVisible { get; init; }

    /// <summary>Folders below, in sibling order, without modules.</summary>
    public required ImmutableArray<TreeNode> Children { get; init; }

    /// <summary>Folders whose bodies are appended to this page's.</summary>
    public required ImmutableArray<TreeNode> Modules { get; init; }

    public PageHeader Header => File?.Header ?? PageHeader.Empty;

    public string Name => PagePath.Name(Folder);

    /// <summary>Whether a visitor gets a page at <see cref="Route"/>.</summary>
    public bool IsReachable => File is { Header: { IsPublished: true, IsRoutable: true } };

    /// <summary>What stands in navigation until the body's headings are known.</summary>
    public string ProvisionalTitle => Header.Title ?? Header.Menu ?? PagePath.TitleOf(PagePath.Name(RawRoute));

    /// <summary>This node and everything below it, in tree order, without modules.</summary>
    public IEnumerable<TreeNode> SelfAndDescendants()
    {
        var pending = new Stack<TreeNode>([this]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            for (var index = node.Children.Length - 1; index >= 0; index--)
                pending.Push(node.Children[index]);
        }
    }

    /// <summary>Where a visitor of a folder that has no page of its own is led: to the first page below that can be seen.</summary>
    public TreeNode? FirstReachableChild => Children.FirstOrDefault(child => child.IsReachable && child.IsVisible);

    /// <summary>A folder whose own page nobody can see leads to <see cref="FirstReachableChild"/>; a page that is meant to be hidden stays hidden.</summary>
    public bool IsPassedOn => !IsReachable && File is null or { Header.IsPublished: true } && FirstReachableChild is not null;
}
