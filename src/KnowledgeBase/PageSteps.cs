using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Troubleshooting.Rules;

namespace KnowledgeBase;

/// <summary>
/// Third and fourth step of the compiler: bodies are parsed in parallel, then what needs all pages is checked. Remembers, where it is asked to, pages that
/// the next build may have again; see <see cref="PageMemory"/>. Safe to share.
/// </summary>
internal sealed class PageSteps(BuildOptions options)
{
    private readonly CodeColours _colours = new();
    private volatile PageMemory _memory = PageMemory.Empty;

    /// <summary>Compiles every page of the tree, in tree order.</summary>
    public CompiledPages Run(ContentFiles files, SiteTree tree, SiteSettings settings, RuleBook rules, CancellationToken cancellationToken)
    {
        var bodies = new BodyCompiler(settings, new LinkResolver(tree, settings, options.Limits), options.Limits, options.ColoursCode ? _colours : null);
        var nodes = tree.Nodes.Where(node => node.File is not null).ToArray();
        var frame = options.KeepsPages ? PageMemory.FrameOf(files, tree) : default;
        var known = options.KeepsPages ? _memory.In(frame) : PageMemory.Empty;
        var texts = new UInt128[nodes.Length];
        var drafts = new PageDraft[nodes.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, nodes.Length, parallel, index =>
        {
            texts[index] = options.KeepsPages ? PageMemory.TextOf(nodes[index]) : default;
            drafts[index] = known.TryFind(nodes[index].Folder, out var page) && page.Text == texts[index] ? page.Draft : PageDraft.Compile(nodes[index], bodies, rules);
        });
        // Code of pages that were not parsed this time is wanted again as soon as a header changes.
        if (ReferenceEquals(known, PageMemory.Empty))
            _colours.Forget();
        var (pages, links) = Check(nodes, drafts, tree, settings, known);
        if (options.KeepsPages)
            _memory = new PageMemory(frame, nodes.Select((node, index) => KeyValuePair.Create(node.Folder, new RememberedPage(texts[index], drafts[index], pages[index]))));
        return new CompiledPages(pages, bodies, links);
    }

    /// <summary>Lets go what only compiling needs. Called at the end of a build.</summary>
    public void Close() => _colours.CloseGrammars();

    private static (ImmutableArray<CheckedPage> Pages, LinkChecker Links) Check(TreeNode[] nodes, PageDraft[] drafts, SiteTree tree, SiteSettings settings, PageMemory known)
    {
        var remembered = nodes.Select(node => known.TryFind(node.Folder, out var page) ? page : null).ToArray();
        // A page is as it was where it says the same, and every anchor that it may name is still there.
        var isSame = remembered.Zip(drafts).All(pair => pair.First is { } before && before.Draft.Anchors.SequenceEqual(pair.Second.Anchors));
        var anchors = nodes.Zip(drafts).GroupBy(pair => pair.Second.Page.Route, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.First.IsReachable).First().Second.Anchors, StringComparer.Ordinal);
        var links = new LinkChecker(anchors);
        return ([.. drafts.Select((draft, index) => isSame && ReferenceEquals(remembered[index]!.Draft, draft) ? remembered[index]!.Checked : draft.Check(nodes[index], links, tree, settings))], links);
    }
}

/// <summary>What the two steps leave: the pages, and what other texts of the site can be compiled and checked with.</summary>
internal sealed record CompiledPages(ImmutableArray<CheckedPage> Pages, BodyCompiler Bodies, LinkChecker Links);
