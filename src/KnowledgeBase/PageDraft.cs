using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Issues;

namespace KnowledgeBase;

/// <summary>A page and its issues between the third and the fourth step: all but the question whether the anchors of its links exist.</summary>
internal sealed record PageDraft(TreeNode Node, Page Page, ImmutableArray<KnownIssue> Issues, ImmutableArray<PlacedLink> Links, ImmutableArray<string> Anchors, ImmutableArray<Diagnostic> Diagnostics)
{
    public static PageDraft Compile(TreeNode node, BodyCompiler bodies)
    {
        var log = new DiagnosticLog();
        var body = bodies.Compile(node);
        log.AddRange(body.Diagnostics);
        var title = PageCompiler.TitleOf(node, body, log);
        var source = new IssuePage(node.Route, title, PageCompiler.TagsOf(node), (part, line) => new SourceLocation(part.File, part.BodyLine + line));
        var issues = IssueExtractor.Extract(source, body, log);
        ImmutableArray<string> anchors = [.. body.Anchors, .. issues.SelectMany(issue => issue.Solutions).Select(solution => solution.Anchor)];
        return new PageDraft(node, PageCompiler.Compile(node, body, title), issues, body.Links, anchors, log.ToImmutable());
    }

    /// <summary>Checks what needs all pages.</summary>
    public CheckedPage Check(LinkChecker checker, SiteTree tree, SiteSettings settings)
    {
        var log = new DiagnosticLog();
        HeaderChecker.Check(Node, tree, settings, log);
        var (links, corrections) = checker.Check(Links, log);
        ImmutableArray<Diagnostic> diagnostics = [.. Diagnostics, .. log.ToImmutable()];
        if (links.SequenceEqual(Page.Links))
            return new CheckedPage(Node.Folder, Page, Issues, diagnostics);
        var current = new Dictionary<PageLink, PageLink>(ReferenceEqualityComparer.Instance);
        foreach (var (placed, link) in Links.Zip(links))
            current[placed.Link] = link;
        var page = Page with { Links = links, Html = Correct(Page.Html, corrections) };
        ImmutableArray<KnownIssue> issues = [.. Issues.Select(issue => issue with { Links = [.. issue.Links.Select(link => current[link])] })];
        return new CheckedPage(Node.Folder, page, issues, diagnostics);
    }

    private static string Correct(string html, ImmutableArray<KeyValuePair<string, string>> corrections) =>
        corrections.Aggregate(html, (text, correction) => text.Replace($"href=\"{correction.Key}\"", $"href=\"{correction.Value}\"", StringComparison.Ordinal));
}

/// <summary>A page and its issues as they go into the snapshot.</summary>
internal sealed record CheckedPage(string Folder, Page Page, ImmutableArray<KnownIssue> Issues, ImmutableArray<Diagnostic> Diagnostics);
