using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using KnowledgeBase.Content;

namespace KnowledgeBase;

/// <summary>
/// What one build leaves to the next. What a page means depends on its text, header included, and on what links can find: names, routes, settings, dates that
/// have come. While that frame is the same, a page whose text is the same is the same page, and need not be parsed again. Immutable.
/// </summary>
internal sealed class PageMemory
{
    private readonly UInt128 _frame;
    private readonly FrozenDictionary<string, RememberedPage> _pages;

    /// <param name="frame">What <see cref="FrameOf"/> says of the build.</param>
    /// <param name="pages">All pages of the build, by folder.</param>
    public PageMemory(UInt128 frame, IEnumerable<KeyValuePair<string, RememberedPage>> pages)
    {
        _frame = frame;
        _pages = pages.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Nothing is known of any page.</summary>
    public static PageMemory Empty { get; } = new(default, []);

    /// <summary>This memory, or an empty one where it was made in another frame.</summary>
    public PageMemory In(UInt128 frame) => frame == _frame ? this : Empty;

    public bool TryFind(string folder, [NotNullWhen(true)] out RememberedPage? page) => _pages.TryGetValue(folder, out page);

    /// <summary>A hash of everything that pages can see of each other, and of what is no page.</summary>
    public static UInt128 FrameOf(ContentFiles files, SiteTree tree)
    {
        var hash = new XxHash128();
        foreach (var folder in files.Folders)
            hash.Add(folder);
        foreach (var source in files.Sources)
            hash.Add(source.Path);
        foreach (var source in files.Sources.Where(source => !source.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).Concat(files.Configuration).Concat(files.Wizard))
        {
            hash.Add(source);
        }
        foreach (var media in files.Media)
        {
            hash.Add(media.Path);
            hash.Append(BitConverter.GetBytes(media.Length));
        }
        foreach (var node in tree.Nodes.SelectMany(WithModules))
            AddPlace(hash, node);
        return Value(hash);
    }

    /// <summary>A hash of the text of a page and its modules.</summary>
    public static UInt128 TextOf(TreeNode node)
    {
        var hash = new XxHash128();
        foreach (var file in WithModules(node).Select(part => part.File).OfType<PageFile>())
            hash.Add(file.Source);
        return Value(hash);
    }

    private static IEnumerable<TreeNode> WithModules(TreeNode node) => node.Modules.SelectMany(WithModules).Prepend(node);

    /// <summary>Where a page stands, and what others see of it: titles, tags and dates are its own affair.</summary>
    private static void AddPlace(XxHash128 hash, TreeNode node)
    {
        var header = node.Header;
        foreach (var name in (string?[])[node.Folder, node.File?.Source.Path, node.RawRoute, node.Route, node.ParentRoute, header.Slug, header.CanonicalRoute, header.Redirect, .. header.Aliases])
            hash.Add(name ?? "\0");
        hash.Append(BitConverter.GetBytes(header.Aliases.Length));
        hash.Append(BitConverter.GetBytes(node.Order));
        hash.Append([Flag(node.IsVisible), Flag(header.IsPublished), Flag(header.IsRoutable)]);
    }

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;

    private static UInt128 Value(XxHash128 hash) => hash.GetCurrentHashAsUInt128();
}

/// <summary>A page as an earlier build left it.</summary>
/// <param name="Text">What <see cref="PageMemory.TextOf"/> says of it.</param>
/// <param name="Draft">The page before other pages were asked.</param>
/// <param name="Checked">The page as it went into the snapshot.</param>
internal sealed record RememberedPage(UInt128 Text, PageDraft Draft, CheckedPage Checked);
