using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Content;
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
    private readonly PageSteps _pages = new(options ?? new BuildOptions());
    private readonly RuleProofs _proofs = new();

    /// <summary>Compiles a content folder. An author's mistake is a diagnostic of the result, never an exception.</summary>
    public KnowledgeSnapshot Build(ContentFiles files, CancellationToken cancellationToken = default)
    {
        try
        {
            return Compile(files.InOrder(), cancellationToken);
        }
        finally
        {
            _pages.Close();
        }
    }

    private KnowledgeSnapshot Compile(ContentFiles files, CancellationToken cancellationToken)
    {
        var log = new DiagnosticLog();
        var settings = SiteSettingsReader.Read(files, log);
        var tree = ReadTree(files, settings, log);
        var rules = RuleBook.Read(files, log);
        var compiled = _pages.Run(files, tree, settings, rules, cancellationToken);
        var wizard = WizardCompiler.Compile(new WizardSources(files, rules, settings, tree, compiled.Pages), compiled.Bodies, compiled.Links, _options.ProvesRules ? _proofs : null, log);
        return Assemble(files, settings, tree, compiled.Pages, wizard, log);
    }

    private SiteTree ReadTree(ContentFiles files, SiteSettings settings, DiagnosticLog log)
    {
        var now = _options.Clock.GetLocalNow().DateTime;
        var headers = new PageHeaderReader(settings, new GravDateReader(settings.DateFormat), now);
        return SiteTreeBuilder.Build(files, settings, new PageFileReader(settings, headers), _options.Threads, log);
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
