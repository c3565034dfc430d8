using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>All rules of a content folder as written, before they meet the pages. Immutable.</summary>
/// <param name="Facts">Null where there is no <c>wizard/facts.yaml</c>.</param>
/// <param name="Pages">One for each page with rules.</param>
internal sealed record RuleBook(FactBook? Facts, ImmutableArray<PageRules> Pages)
{
    public static RuleBook Read(ContentFiles files, DiagnosticLog log)
    {
        var facts = files.Wizard.FirstOrDefault(file => file.Path == FactsReader.Path) is { } source ? FactsReader.Read(source, log) : null;
        var pages = files.Sources.Where(file => file.Name == PageRulesReader.Name);
        // Without facts every name would be unknown; one sentence about the file that is missing or broken says more.
        var pageLog = facts?.Fault is null ? log : new DiagnosticLog();
        return new RuleBook(facts, [.. pages.Select(file => facts is null ? WithoutFacts(file, log) : PageRulesReader.Read(file, facts, pageLog)).OfType<PageRules>()]);
    }

    private static PageRules? WithoutFacts(SourceFile file, DiagnosticLog log)
    {
        log.Add(DiagnosticCodes.RuleLeadsNowhere, new SourceLocation(file.Path), "The rules need facts, and there is no wizard/facts.yaml", "Add wizard/facts.yaml beside the pages root.");
        return null;
    }

    /// <summary>The rules of a page's folder, null without any.</summary>
    public PageRules? Of(string folder) => Pages.FirstOrDefault(page => page.Folder == folder);

    /// <summary>Names the solutions of a page as its rules do, so that their anchors last when the page is edited.</summary>
    public ImmutableArray<PagePart> Name(string folder, ImmutableArray<PagePart> parts) => Of(folder) is { } rules ? [.. parts.Select(part => Name(rules, part))] : parts;

    private static PagePart Name(PageRules rules, PagePart part)
    {
        if (part is not PagePart.Issue { Known: var known } || rules.Issues.FirstOrDefault(issue => issue.Anchor == known.Anchor) is not { } rule)
            return part;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var solution in rule.Solutions)
            if (BulletText.Find(known.Solutions, solution.Text) is [var only])
                names.TryAdd(only.Id, solution.Id);
        return new PagePart.Issue(known with
        {
            Solutions = Rename(known.Solutions),
            Sections = [.. known.Sections.Select(section => section with { Solutions = Rename(section.Solutions) })],
        });

        ImmutableArray<Solution> Rename(ImmutableArray<Solution> solutions) =>
            [.. solutions.Select(solution => names.TryGetValue(solution.Id, out var name) ? solution with { Id = name, Anchor = $"{known.Anchor}--{name}" } : solution)];
    }
}
