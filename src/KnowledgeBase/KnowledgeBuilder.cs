using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Issues;
using KnowledgeBase.Troubleshooting.Rules;

namespace KnowledgeBase;

/// <summary>
/// The compiler: files in, snapshot out, in five steps. (1) <see cref="ContentFolder"/> has read the files. (2) Front matter gives the site tree with
/// every route. (3) Bodies are parsed in parallel. (4) What needs all pages is checked, and the
/// wizard's rules meet their issues. (5) The snapshot is put together. Safe to share.
/// </summary>
public sealed class KnowledgeBuilder(BuildOptions? options = null)
{
    private readonly BuildOptions _options = options ?? new BuildOptions();
    private readonly CodeColours _colours = new();
    private volatile PageMemory _memory = PageMemory.Empty;

    /// <summary>Compiles a content folder. An author's mistake is a diagnostic of the result, never an exception.</summary>
    public KnowledgeSnapshot Build(ContentFiles files, CancellationToken cancellationToken = default)
    {
        files = files.InOrder();
        var log = new DiagnosticLog();
        var settings = SiteSettingsReader.Read(files, log);
        var tree = ReadTree(files, settings, log);
        var rules = RuleBook.Read(files, log);
        var bodies = new BodyCompiler(settings, new LinkResolver(tree, settings), _options.Limits, _options.ColoursCode ? _colours : null);
        var (pages, links) = CompilePages(files, tree, settings, bodies, rules, cancellationToken);
        var wizard = WizardCompiler.Compile(new WizardSources(files, rules, settings, tree, pages), bodies, links, _options, log);
        return Assemble(files, settings, tree, pages, wizard, log);
    }

    private SiteTree ReadTree(ContentFiles files, SiteSettings settings, DiagnosticLog log)
    {
        var now = _options.Clock.GetLocalNow().DateTime;
        var headers = new PageHeaderReader(settings, new GravDateReader(settings.DateFormat), now);
        return SiteTreeBuilder.Build(files, settings, new PageFileReader(settings, headers), _options.Threads, log);
    }

    private (ImmutableArray<CheckedPage> Pages, LinkChecker Links) CompilePages(ContentFiles files, SiteTree tree, SiteSettings settings, BodyCompiler bodies, RuleBook rules, CancellationToken cancellationToken)
    {
        var nodes = tree.Nodes.Where(node => node.File is not null).ToArray();
        var frame = _options.KeepsPages ? PageMemory.FrameOf(files, tree) : default;
        var known = _options.KeepsPages ? _memory.In(frame) : PageMemory.Empty;
        var texts = new UInt128[nodes.Length];
        var drafts = new PageDraft[nodes.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, nodes.Length, parallel, index =>
        {
            texts[index] = _options.KeepsPages ? PageMemory.TextOf(nodes[index]) : default;
            drafts[index] = known.TryFind(nodes[index].Folder, out var page) && page.Text == texts[index] ? page.Draft : PageDraft.Compile(nodes[index], bodies, rules);
        });
        // Code of pages that were not parsed this time is wanted again as soon as a header changes.
        if (ReferenceEquals(known, PageMemory.Empty))
            _colours.Forget();
        var (pages, links) = CheckPages(nodes, drafts, tree, settings, known);
        if (_options.KeepsPages)
            _memory = new PageMemory(frame, nodes.Select((node, index) => KeyValuePair.Create(node.Folder, new RememberedPage(texts[index], drafts[index], pages[index]))));
        return (pages, links);
    }

    private static (ImmutableArray<CheckedPage> Pages, LinkChecker Links) CheckPages(TreeNode[] nodes, PageDraft[] drafts, SiteTree tree, SiteSettings settings, PageMemory known)
    {
        var remembered = nodes.Select(node => known.TryFind(node.Folder, out var page) ? page : null).ToArray();
        // A page is as it was where it says the same, and every anchor that it may name is still there.
        var isSame = remembered.Zip(drafts).All(pair => pair.First is { } before && before.Draft.Anchors.SequenceEqual(pair.Second.Anchors));
        var anchors = nodes.Zip(drafts).GroupBy(pair => pair.Second.Page.Route, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.First.IsReachable).First().Second.Anchors, StringComparer.Ordinal);
        var links = new LinkChecker(anchors);
        return ([.. drafts.Select((draft, index) => isSame && ReferenceEquals(remembered[index]!.Draft, draft) ? remembered[index]!.Checked : draft.Check(nodes[index], links, tree, settings))], links);
    }

    private static KnowledgeSnapshot Assemble(ContentFiles files, SiteSettings settings, SiteTree tree, ImmutableArray<CheckedPage> pages, Wizard wizard, DiagnosticLog log)
    {
        var byFolder = pages.ToDictionary(page => page.Folder, page => page.Page, StringComparer.Ordinal);
        ImmutableArray<Page> list = [.. pages.Select(page => page.Page)];
        return new KnowledgeSnapshot
        {
            Version = ContentVersion.Of(files, list),
            Settings = settings,
            Pages = list,
            Issues = [.. pages.Where(page => page.Page.IsRoutable).SelectMany(page => page.Issues)],
            PartsByFile = pages.Where(page => page.Parts.Length > 0).ToFrozenDictionary(page => page.Page.File, page => page.Parts, StringComparer.Ordinal),
            Troubleshooters = wizard.Topics,
            UnavailableTopics = wizard.Unavailable,
            Scenarios = wizard.Scenarios,
            Root = SiteNode.From(tree.Root, byFolder),
            Home = tree.Home is { } home ? byFolder.GetValueOrDefault(home.Folder) : null,
            Synonyms = SynonymReader.Read(files, log),
            Routes = new RouteTable(tree, settings, byFolder),
            Diagnostics =
            [
                .. files.Diagnostics.Concat(log.ToImmutable()).Concat(pages.SelectMany(page => page.Diagnostics))
                    .OrderBy(diagnostic => diagnostic.Location).ThenBy(diagnostic => diagnostic.Code.Id, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
            ],
        };
    }
}
