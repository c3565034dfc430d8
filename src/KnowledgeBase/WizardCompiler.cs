using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Issues;
using KnowledgeBase.Troubleshooting;
using KnowledgeBase.Troubleshooting.Checks;
using KnowledgeBase.Troubleshooting.Rules;
using KnowledgeBase.Troubleshooting.Scenarios;

namespace KnowledgeBase;

/// <summary>What the wizard is compiled of.</summary>
internal sealed record WizardSources(ContentFiles Files, RuleBook Rules, SiteSettings Settings, SiteTree Tree, ImmutableArray<CheckedPage> Pages);

/// <summary>The wizard's part of a snapshot.</summary>
internal sealed record Wizard(ImmutableArray<Troubleshooter> Topics, ImmutableArray<UnavailableTopic> Unavailable, ImmutableArray<Scenario> Scenarios);

/// <summary>The wizard's part of the fourth step: its fallback page, its rules bound to issues, its scenarios.</summary>
internal static class WizardCompiler
{
    private const string Folder = "wizard/";

    /// <param name="sources">What is compiled.</param>
    /// <param name="bodies">Compiles the text of the fallback, and pages in other languages.</param>
    /// <param name="links">Checks the links of that text.</param>
    /// <param name="proofs">Proves the rules; null where nobody wants to know.</param>
    /// <param name="log">Receives what is wrong.</param>
    public static Wizard Compile(WizardSources sources, BodyCompiler bodies, LinkChecker links, RuleProofs? proofs, DiagnosticLog log)
    {
        if (sources.Rules.Facts is not { } facts)
            return new Wizard([], [], []);
        var fallback = CompileFallback(sources, facts, bodies, links, log);
        ImmutableArray<RulePage> pages = [.. sources.Pages.Select(page => PageOf(page, sources, bodies))];
        var topics = TopicCompiler.Compile(sources.Rules, pages, fallback, log);
        var scenarios = ScenarioReader.Read(sources.Files, facts, topics, log);
        if (proofs is not null)
            log.AddRange(proofs.Of(sources.Files, facts, topics, scenarios));
        return new Wizard(topics.Topics, topics.Unavailable, scenarios);
    }

    private static Fallback CompileFallback(WizardSources sources, FactBook facts, BodyCompiler bodies, LinkChecker links, DiagnosticLog log)
    {
        if (facts.Fallback is not { } settings)
            return Fallback.Default;
        if (settings.Body is null)
            return new Fallback(settings.Title, RichText.Empty, settings.Contact);
        if (sources.Files.Wizard.FirstOrDefault(file => file.Path == Folder + settings.Body) is not { } source)
        {
            log.Add(DiagnosticCodes.NoFallback, settings.Location, $"The text of the fallback, '{settings.Body}', is not in the folder wizard/");
            return new Fallback(settings.Title, RichText.Empty, settings.Contact);
        }
        var body = bodies.Compile(NodeOf(source, log));
        log.AddRange(body.Diagnostics);
        var (_, corrections) = links.Check(body.Links, log);
        return new Fallback(settings.Title, new RichText(SolutionReader.TextOf(body.Outline.Blocks), corrections.InHtml(body.Html)), settings.Contact);
    }

    /// <summary>The text as a page of its own at the top of the site, where its links begin.</summary>
    private static TreeNode NodeOf(SourceFile source, DiagnosticLog log) => new()
    {
        Folder = "",
        RawRoute = "",
        Route = "/troubleshoot",
        ParentRoute = null,
        Order = 0,
        File = new PageFile
        {
            Source = source,
            Template = "default",
            Language = null,
            Languages = [],
            FrontMatter = FrontMatterReader.Read(source, log),
            Header = PageHeader.Empty,
            Diagnostics = [],
        },
        IsVisible = false,
        Children = [],
        Modules = [],
    };

    private static RulePage PageOf(CheckedPage page, WizardSources sources, BodyCompiler bodies) => new(
        page.Folder, page.Page.File, page.Page.IsRoutable, [.. page.Issues],
        sources.Rules.Of(page.Folder) is null || page.Page.Languages.Length < 2 ? [] : Translations(page, sources, bodies));

    private static ImmutableArray<TranslatedPage> Translations(CheckedPage page, WizardSources sources, BodyCompiler bodies)
    {
        var node = sources.Tree.Nodes.First(one => one.Folder == page.Folder);
        var template = PagePath.Name(page.Page.File).Split('.')[0];
        var own = node.File!;
        return
        [
            .. sources.Files.Sources.Where(source => source.Folder == page.Folder && source.Path != own.Source.Path && sources.Settings.Languages.Any(language => source.Name == $"{template}.{language}.md"))
                .Select(source => new TranslatedPage(source.Path, Issues(node with { File = own with { Source = source, FrontMatter = FrontMatterReader.Read(source, new DiagnosticLog()) } }, bodies))),
        ];
    }

    private static ImmutableArray<KnownIssue> Issues(TreeNode node, BodyCompiler bodies) =>
        [.. PageDraft.Compile(node, bodies, new RuleBook(null, [])).Parts.OfType<PagePart.Issue>().Select(part => part.Known)];
}
