using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Diagnostics;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// One walk over a parsed body in document order: resolves links, reads raw HTML, finds headings and what the author should know, and leaves out what
/// is not shown. Afterwards the tree is ready to be rendered.
/// </summary>
internal sealed partial class BodyWalk(BodyContext context, TreeNode page, TreeNode folder, LinkResolver resolver, ContentLimits limits, bool isExtra)
    : HtmlFragmentReader.IVisitor
{
    private readonly HtmlFragmentReader _html = new(context, limits.HtmlDepth);
    private string? _tab;

    public List<HeadingSlot> Headings { get; } = [];

    public List<PlacedLink> Links { get; } = [];

    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Links of the parts of the page before this one.</summary>
    public required int FirstLink { get; init; }

    /// <summary>Tabs of the parts before this one.</summary>
    public required int FirstVariant { get; init; }

    /// <summary>Tabs of this part.</summary>
    public int Variants { get; private set; }

    public void Run(MarkdownDocument document)
    {
        Prune(document);
        foreach (var (index, tab) in document.Descendants<ShortcodeBlock>().Where(block => block.Use == ShortcodeUse.Tab).Index())
            tab.Id = $"variant-{FirstVariant + index + 1}";
        Variants = document.Descendants<ShortcodeBlock>().Count(block => block.Use == ShortcodeUse.Tab);
        VisitBlock(document);
    }

    /// <summary>Takes out what is for other languages, and lines that only steer Grav.</summary>
    private void Prune(ContainerBlock container)
    {
        for (var index = container.Count - 1; index >= 0; index--)
        {
            switch (container[index])
            {
                case ShortcodeBlock { Use: ShortcodeUse.Language } block when !context.IsShown(block.Tag[""] ?? ""):
                case ParagraphBlock { Inline: { } inline } when IsSummaryDelimiter(inline) || inline.FirstChild is null:
                    container.RemoveAt(index);
                    break;
                case ContainerBlock inner:
                    Prune(inner);
                    break;
            }
        }
    }

    private bool IsSummaryDelimiter(ContainerInline inline) =>
        inline.FirstChild is LiteralInline { NextSibling: null } literal && literal.Content.AsSpan().Trim().SequenceEqual(context.SummaryDelimiter);

    private void VisitBlock(Block block)
    {
        var first = FirstLink + Links.Count;
        switch (block)
        {
            case HeadingBlock heading:
                VisitHeading(heading);
                break;
            case HtmlBlock html:
                Attach(html, html.Lines.ToString(), html.Line, closesFormatting: true);
                break;
            case FencedCodeBlock { ClosingFencedCharCount: 0 } code:
                context.Log.Add(DiagnosticCodes.UnclosedFence, context.At(code.Line, code.Column), "The code block is not closed; everything below it is code");
                break;
            case LeafBlock { Inline: { } inline }:
                VisitLeaf(inline);
                break;
            case ContainerBlock container:
                VisitContainer(container);
                break;
        }
        LinkRange.Set(block, first, FirstLink + Links.Count);
    }

    private void VisitContainer(ContainerBlock container)
    {
        var outer = _tab;
        if (container is ShortcodeBlock { Use: ShortcodeUse.Tab, Title.Length: > 0 } tab)
            _tab = tab.Title;
        foreach (var child in container)
            VisitBlock(child);
        _tab = outer;
    }

    private void VisitHeading(HeadingBlock heading)
    {
        if (heading.Inline is null)
            return;
        VisitLeaf(heading.Inline);
        // The page's title is the first level.
        var above = Headings.Count > 0 ? Headings[^1].Level : 1;
        if (heading.Level > above + 1)
            context.Log.Add(DiagnosticCodes.HeadingLevelSkipped, context.At(heading.Line, heading.Column), $"The heading is of level {heading.Level}, the one above it of level {above}");
        var id = isExtra ? TakeAttributes(heading) : null;
        if (id is not null)
            Ids.Add(id);
        Headings.Add(new HeadingSlot(heading.Level, PlainText.Of(heading.Inline), _tab, id, context.At(heading.Line), value => heading.GetAttributes().Id = value));
    }

    /// <summary>Reads Markdown Extra's <c>{#id .class}</c> at the end of a heading and takes it out of the text.</summary>
    private static string? TakeAttributes(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is not LiteralInline literal || HeadingAttributes().Match(literal.Content.ToString()) is not { Success: true } match)
            return null;
        literal.Content.End = literal.Content.Start + match.Index - 1;
        var names = match.Groups["name"].Captures.AsEnumerable().Select(capture => capture.Value).ToLookup(name => name[0], name => name[1..]);
        if (names.Contains('.'))
            heading.GetAttributes().Classes = [.. names['.'].Distinct()];
        return names['#'].FirstOrDefault();
    }

    private void VisitLeaf(ContainerInline root)
    {
        var open = new List<string>();
        VisitInlines(root, open);
        for (var index = open.Count - 1; index >= 0; index--)
        {
            var closing = new HtmlInline($"</{open[index]}>");
            root.AppendChild(closing);
            new HtmlFragment([new HtmlToken(HtmlTokenKind.Tag, closing.Tag, open[index], true, false, 0)]).AttachTo(closing);
        }
    }

    private void VisitInlines(ContainerInline container, List<string> open)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LinkInline link:
                    VisitLink(link);
                    VisitInlines(link, open);
                    break;
                case AutolinkInline link:
                    VisitAutolink(link);
                    break;
                case HtmlInline html:
                    Attach(html, html.Tag, html.Line, closesFormatting: false);
                    TrackOpen(html.Tag, open);
                    break;
                case LiteralInline literal when literal.Content.IndexOf('`') is >= 0 and var tick && !IsEscaped(literal):
                    context.Log.Add(DiagnosticCodes.LoneBacktick, context.At(literal.Line, literal.Column + tick - literal.Content.Start), "A backtick without a partner is shown as it is");
                    break;
                case ContainerInline inner:
                    VisitInlines(inner, open);
                    break;
            }
        }
    }

    private static bool IsEscaped(LiteralInline literal) => literal.IsFirstCharacterEscaped && literal.Content.CurrentChar == '`';

    private static void TrackOpen(string tag, List<string> open)
    {
        if (HtmlTokenizer.Read(tag) is not [{ Kind: HtmlTokenKind.Tag } token] || !HtmlTags.Allowed.Contains(token.Name) || HtmlTags.Void.Contains(token.Name))
            return;
        if (token.IsClosing)
        {
            if (open.LastIndexOf(token.Name) is >= 0 and var last)
                open.RemoveAt(last);
        }
        else if (!token.IsSelfClosing)
        {
            open.Add(token.Name);
        }
    }

    private void Attach(MarkdownObject node, string html, int line, bool closesFormatting) => _html.Read(html, line, closesFormatting, this).AttachTo(node);

    private void VisitLink(LinkInline link)
    {
        var raw = link.Url ?? "";
        if (raw.Length > 0 && InjectedPage(link) is { } inject)
            raw = inject;
        var resolved = resolver.Resolve(page, folder, link.IsImage ? LinkKind.Image : LinkKind.Link, raw);
        ResolvedMedia.Apply(link, resolved);
        Add(resolved, context.At(link.Line, link.Column), raw);
    }

    /// <summary>Grav's <c>[plugin:content-inject](/route)</c> shows another page here; a link to it says what it is and cannot go round in circles.</summary>
    private static string? InjectedPage(LinkInline link)
    {
        if (link.FirstChild is not LiteralInline { NextSibling: null } label || !label.Content.AsSpan().StartsWith("plugin:"))
            return null;
        var plugin = label.Content.AsSpan()["plugin:".Length..];
        if (plugin is "content-inject" or "page-inject")
            label.Content = new Markdig.Helpers.StringSlice(PagePath.TitleOf(PagePath.Name(link.Url!.TrimEnd('/')).Replace('-', ' ')));
        return link.Url;
    }

    private void VisitAutolink(AutolinkInline link)
    {
        var raw = link.IsEmail ? "mailto:" + link.Url : link.Url;
        var resolved = resolver.Resolve(page, folder, LinkKind.Link, raw);
        if (resolved.IsExternal)
            link.GetAttributes().AddPropertyIfNotExist("rel", "external noopener");
        Add(resolved with { Link = resolved.Link with { Raw = link.Url } }, context.At(link.Line, link.Column), link.Url);
    }

    private void Add(ResolvedLink resolved, SourceLocation at, string raw)
    {
        Links.Add(new PlacedLink(resolved.Link, at));
        if (resolved.Problem is { } problem)
            context.Log.Add(problem.Code, at, $"The {(resolved.Link.Kind == LinkKind.Image ? "image" : "link")} '{Short(raw)}' {problem.Message}", problem.Advice);
    }

    /// <summary>An address for a message, which is to say what is wrong with it as well.</summary>
    private static string Short(string raw) => raw.Length <= 200 ? raw : raw[..200] + "…";

    void HtmlFragmentReader.IVisitor.VisitHeading(HtmlToken tag, int level, string text, string? id, SourceLocation at) =>
        Headings.Add(new HeadingSlot(level, text, _tab, id, at, value => tag.Id = id == value ? null : value));

    void HtmlFragmentReader.IVisitor.VisitLink(LinkKind kind, string raw, SourceLocation at) => Add(resolver.ResolveHtml(page, kind, raw), at, raw);

    void HtmlFragmentReader.IVisitor.VisitId(string id) => Ids.Add(id);

    [GeneratedRegex(@"\s*\{\s*(?:(?<name>[#.][\w-]+)\s*)+\}\s*$")]
    private static partial Regex HeadingAttributes();
}
