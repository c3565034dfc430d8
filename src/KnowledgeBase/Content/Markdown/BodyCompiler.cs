using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Diagnostics;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// Third step of the compiler: a page's Markdown, and that of its modules, to HTML, headings and links. Safe to share: every call has its own parser
/// state. A body beyond a limit, or one that Markdig gives up on, is shown as its source, so that nothing of it is lost and no other page suffers.
/// </summary>
internal sealed class BodyCompiler(SiteSettings settings, LinkResolver resolver, ContentLimits limits, CodeColours? colours)
{
    private readonly ConcurrentDictionary<BodyDialect, MarkdownPipeline> _pipelines = new();
    private readonly ContentSanitizer _sanitizer = new();

    public CompiledBody Compile(TreeNode node)
    {
        var log = new DiagnosticLog();
        var parts = new List<BodyPart>();
        AddParts(parts, node, node, log);
        var headings = AssignIds(parts, log);
        var anchors = headings.Select(heading => heading.Id).Concat(parts.SelectMany(part => part.Ids)).Distinct(StringComparer.Ordinal);
        return new CompiledBody
        {
            Html = string.Concat(parts.Select(part => part.Renderer.Render(part.Document))),
            Markdown = Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => BodyTextWriter.Write(part.Document, TextStyle.Markdown)))),
            Headings = headings,
            Sections = SectionReader.Read(parts, headings),
            Links = [.. parts.SelectMany(part => part.Links)],
            Anchors = [.. anchors],
            Summary = parts.Select(part => Summaries.Of(part.Document)).FirstOrDefault(summary => summary is not null),
            Outline = new BodyOutline([.. parts]),
            Diagnostics = log.ToImmutable(),
        };
    }

    private void AddParts(List<BodyPart> parts, TreeNode page, TreeNode folder, DiagnosticLog log)
    {
        if (folder.File is { } file)
            parts.Add(CompilePart(page, folder, file, parts, log));
        foreach (var module in folder.Modules.Where(module => module.File is null or { Header.IsPublished: true }))
            AddParts(parts, page, module, log);
    }

    private BodyPart CompilePart(TreeNode page, TreeNode folder, PageFile file, List<BodyPart> before, DiagnosticLog log)
    {
        var (firstLink, firstVariant) = (before.Sum(part => part.Links.Count), before.Sum(part => part.Variants));
        var (path, body) = (file.Source.Path, file.FrontMatter);
        var text = Cut(path, body, log);
        var dialect = new BodyDialect(
            file.Header.UsesMarkdownExtra ?? settings.UsesMarkdownExtra, file.Header.BreaksLines ?? settings.BreaksLines, file.Header.HasTwig, settings.IsGravSite);
        var pipeline = _pipelines.GetOrAdd(dialect, static (one, colours) => one.MakePipeline(colours), colours);
        var context = new BodyContext(path, body.BodyLine, text, settings, limits, log);
        var walk = new BodyWalk(context, page, folder, resolver, limits, dialect.IsExtra) { FirstLink = firstLink, FirstVariant = firstVariant };
        var document = Parse(text, pipeline, context);
        walk.Run(document);
        return new BodyPart(path, body.BodyLine, document, new BodyRenderer(pipeline, _sanitizer), walk.Headings, walk.Links, walk.Ids, walk.Variants);
    }

    private string Cut(string path, FrontMatter body, DiagnosticLog log)
    {
        var text = body.Body.Replace('\0', '\uFFFD');
        if (text.Length <= limits.BodyCharacters)
            return text;
        var end = text.LastIndexOf('\n', limits.BodyCharacters);
        var cut = text[..(end < 0 ? limits.BodyCharacters : end)];
        log.Add(DiagnosticCodes.PageCut, new SourceLocation(path, body.BodyLine + cut.AsSpan().Count('\n')), $"The page is longer than {limits.BodyCharacters} characters; the rest is left out");
        return cut;
    }

    private MarkdownDocument Parse(string text, MarkdownPipeline pipeline, BodyContext context)
    {
        try
        {
            if (WorkEstimate.Of(text) > limits.Steps)
                throw new BodyLimitException("it has too many unclosed links, underlines or columns");
            var document = Markdig.Markdown.Parse(text, pipeline, context);
            if (RepeatedText.Length(document, text) > limits.RepeatedCharacters)
                throw new BodyLimitException("it names long addresses, titles or abbreviations too often");
            return IsDeeperThan(document, MaxDepth) ? throw new BodyLimitException("it is nested too deeply") : document;
        }
        catch (Exception exception) when (exception is BodyLimitException || exception.GetType() == typeof(ArgumentException))
        {
            // Markdig reports nesting beyond its limit as a plain ArgumentException; those derived from it would be faults of ours.
            var reason = exception is BodyLimitException ? exception.Message : "it is nested too deeply";
            context.Log.Add(DiagnosticCodes.PageTooComplex, context.At(0), $"The page is shown as its source: {reason}");
            return AsSource(text);
        }
    }

    /// <summary>Blocks and inlines in each other. Markdig's parser bounds the two apart, its renderer throws where both together exceed 128.</summary>
    private const int MaxDepth = 120;

    private static bool IsDeeperThan(MarkdownObject? node, int levels) => node switch
    {
        ContainerBlock or ContainerInline when levels == 0 => true,
        ContainerBlock blocks => blocks.Any(child => IsDeeperThan(child, levels - 1)),
        ContainerInline inlines => inlines.Any(child => IsDeeperThan(child, levels - 1)),
        LeafBlock leaf => IsDeeperThan(leaf.Inline, levels),
        _ => false,
    };

    private static MarkdownDocument AsSource(string text) => new()
    {
        new CodeBlock(null!) { Lines = new Markdig.Helpers.StringLineGroup(text) },
    };

    /// <summary>
    /// Gives every heading its id. The levels that Grav numbers come first, so that an h1 with the same words does not shift the ids of existing links.
    /// </summary>
    private ImmutableArray<Heading> AssignIds(List<BodyPart> parts, DiagnosticLog log)
    {
        var ids = new HeadingIds();
        var own = new HashSet<string>(StringComparer.Ordinal);
        var slots = parts.SelectMany(part => part.Headings).ToArray();
        var given = new string[slots.Length];
        AssignWhere(slot => slot.Level >= settings.FirstHeadingLevel && slot.Level <= settings.LastHeadingLevel);
        AssignWhere(_ => true);
        return [.. slots.Zip(given, (slot, id) => new Heading(slot.Level, id, slot.Text, slot.Tab))];

        void AssignWhere(Func<HeadingSlot, bool> isWanted)
        {
            for (var index = 0; index < slots.Length; index++)
            {
                if (given[index] is null && isWanted(slots[index]))
                    slots[index].SetId(given[index] = OwnId(slots[index]) ?? ids.Take(slots[index].Text));
            }
        }

        string? OwnId(HeadingSlot slot)
        {
            if (slot.OwnId is null || own.Add(slot.OwnId))
                return slot.OwnId;
            log.Add(DiagnosticCodes.DuplicateId, slot.At, $"Another heading of the page has the id '{slot.OwnId}' already; this one gets another");
            return null;
        }
    }
}

/// <summary>The parsed Markdown of one file: a page's own, or a module's.</summary>
internal sealed record BodyPart(string File, int BodyLine, MarkdownDocument Document, BodyRenderer Renderer, List<HeadingSlot> Headings, List<PlacedLink> Links, HashSet<string> Ids, int Variants);
