using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Issues;
using KnowledgeBase.Troubleshooting.Rules;

namespace KnowledgeBase;

/// <summary>A page and its issues between the third and the fourth step: all but the question whether the anchors of its links exist.</summary>
internal sealed record PageDraft(Page Page, ImmutableArray<PagePart> Parts, ImmutableArray<PlacedLink> Links, ImmutableArray<string> Anchors, ImmutableArray<Diagnostic> Diagnostics)
{
    public static PageDraft Compile(TreeNode node, BodyCompiler bodies, RuleBook rules)
    {
        var log = new DiagnosticLog();
        var body = bodies.Compile(node);
        log.AddRange(body.Diagnostics);
        var title = PageCompiler.TitleOf(node, body, log);
        var source = new IssuePage(node.Route, title, PageCompiler.TagsOf(node), (part, line) => new SourceLocation(part.File, part.BodyLine + line));
        var parts = rules.Name(node.Folder, IssueExtractor.Extract(source, body, log));
        var page = PageCompiler.Compile(node, body, title);
        if (parts.Length > 0 && !StartsWithProse(parts))
            page = page with { Summary = Summaries.Shorten(string.Join(" · ", parts.OfType<PagePart.Issue>().Select(part => part.Known.Title))) };
        ImmutableArray<string> anchors = [.. body.Anchors, .. parts.OfType<PagePart.Issue>().SelectMany(part => part.Known.Solutions).Select(solution => solution.Anchor)];
        return new PageDraft(page, parts, body.Links, anchors, log.ToImmutable());
    }

    /// <summary>Whether the page says something of its own before its first issue; otherwise it is about its issues.</summary>
    private static bool StartsWithProse(ImmutableArray<PagePart> parts) => parts[0] is PagePart.Prose { Html: var html } && html.Contains("<p>", StringComparison.Ordinal);

    /// <summary>Checks what needs all pages.</summary>
    public CheckedPage Check(TreeNode node, LinkChecker checker, SiteTree tree, SiteSettings settings)
    {
        var log = new DiagnosticLog();
        HeaderChecker.Check(node, tree, settings, log);
        var (links, corrections) = checker.Check(Links, log);
        var page = Page with { IsRoutable = tree.Answers(node) };
        ImmutableArray<Diagnostic> diagnostics = [.. Diagnostics, .. log.ToImmutable()];
        if (links.SequenceEqual(Page.Links))
            return new CheckedPage(node.Folder, page, Parts, diagnostics);
        var current = new Dictionary<PageLink, PageLink>(ReferenceEqualityComparer.Instance);
        foreach (var (placed, link) in Links.Zip(links))
            current[placed.Link] = link;
        page = page with { Links = links, Utf8Html = corrections.InHtml(page.Utf8Html), Markdown = corrections.InMarkdown(page.Markdown) };
        return new CheckedPage(node.Folder, page, [.. Parts.Select(part => Correct(part, current, corrections))], diagnostics);
    }

    private static PagePart Correct(PagePart part, Dictionary<PageLink, PageLink> links, AnchorCorrections corrections) => part switch
    {
        PagePart.Prose prose => new PagePart.Prose(corrections.InHtml(prose.Html)),
        PagePart.Issue { Known: var issue } => new PagePart.Issue(issue with
        {
            Links = [.. issue.Links.Select(link => links[link])],
            Problem = Correct(issue.Problem, corrections),
            Introduction = issue.Introduction is { } introduction ? Correct(introduction, corrections) : null,
            Notes = issue.Notes is { } notes ? Correct(notes, corrections) : null,
            Solutions = [.. issue.Solutions.Select(solution => Correct(solution, corrections))],
            Sections =
            [
                .. issue.Sections.Select(section => section with
                {
                    Content = Correct(section.Content, corrections),
                    Introduction = section.Introduction is { } above ? Correct(above, corrections) : null,
                    Notes = section.Notes is { } below ? Correct(below, corrections) : null,
                    Solutions = [.. section.Solutions.Select(solution => Correct(solution, corrections))],
                }),
            ],
        }),
        _ => part,
    };

    private static Solution Correct(Solution solution, AnchorCorrections corrections) =>
        solution with { Content = Correct(solution.Content, corrections), Plain = corrections.InText(solution.Plain) };

    private static RichText Correct(RichText text, AnchorCorrections corrections) => text with { Html = corrections.InHtml(text.Html) };
}

/// <summary>A page and its issues as they go into the snapshot.</summary>
internal sealed record CheckedPage(string Folder, Page Page, ImmutableArray<PagePart> Parts, ImmutableArray<Diagnostic> Diagnostics)
{
    public IEnumerable<KnownIssue> Issues => Parts.OfType<PagePart.Issue>().Select(part => part.Known);
}
