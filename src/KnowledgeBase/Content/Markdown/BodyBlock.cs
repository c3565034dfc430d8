using System.Collections.Immutable;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

internal enum BodyBlockKind
{
    Paragraph,
    Heading,
    List,
    Code,
    Table,
    Other,
}

/// <summary>Bold text at the beginning of a paragraph, such as <c>**Solution:**</c>.</summary>
/// <param name="Text">The bold text, trimmed, without a closing colon.</param>
/// <param name="HasColon">A colon ends it, or follows it directly.</param>
/// <param name="StandsAlone">A line break or nothing follows.</param>
internal sealed record BlockLabel(string Text, bool HasColon, bool StandsAlone);

/// <summary>A block of a body as the extraction of issues sees it: what it says and what kind it is, without Markdig's types.</summary>
internal sealed class BodyBlock
{
    private readonly Block _block;
    private readonly Inline? _first;
    private readonly bool _isItem;

    private BodyBlock(Block block, BodyPart part, Inline? first = null, bool isItem = false)
    {
        (_block, Part, _first, _isItem) = (block, part, first, isItem);
        Kind = block switch
        {
            HeadingBlock => BodyBlockKind.Heading,
            ParagraphBlock => BodyBlockKind.Paragraph,
            ListBlock => BodyBlockKind.List,
            CodeBlock => BodyBlockKind.Code,
            Table => BodyBlockKind.Table,
            _ => BodyBlockKind.Other,
        };
    }

    public BodyBlock(Block block, BodyPart part)
        : this(block, part, null)
    {
    }

    public BodyBlockKind Kind { get; }

    /// <summary>The file's part that it stands in.</summary>
    public BodyPart Part { get; }

    /// <summary>Line of the body, from 0.</summary>
    public int Line => _block.Line;

    /// <summary>Of a heading.</summary>
    public int Level => (_block as HeadingBlock)?.Level ?? 0;

    public string Text => _first is null ? PlainText.Of([_block]) : PlainText.From(_first);

    /// <summary>Which of the page's links stand in it.</summary>
    public Range Links => LinkRange.Of(_block);

    /// <summary>The label that a paragraph begins with, null without one.</summary>
    public BlockLabel? Label => Kind == BodyBlockKind.Paragraph && _first is null ? ReadLabel((ParagraphBlock)_block, out _) : null;

    /// <summary>What follows the label in its paragraph, null for nothing.</summary>
    public BodyBlock? Rest => _first is null && ReadLabel((ParagraphBlock)_block, out var rest) is not null && rest is not null ? new BodyBlock(_block, Part, rest) : null;

    /// <summary>The items of a list.</summary>
    public ImmutableArray<BodyBlock> Items => _block is ListBlock list ? [.. list.Select(item => new BodyBlock(item, Part, null, isItem: true))] : [];

    /// <summary>The id of a heading.</summary>
    public string? Id => _block.TryGetAttributes()?.Id;

    /// <summary>Inline code, verbatim.</summary>
    public IEnumerable<string> InlineCode => CodeInlines.Select(code => code.Content);

    // Markdig finds no inlines below a leaf block unless asked for those of its root.
    private IEnumerable<CodeInline> CodeInlines => _block is LeafBlock leaf ? leaf.Inline?.FindDescendants<CodeInline>() ?? [] : _block.Descendants<CodeInline>();

    /// <summary>The words of fenced and indented code.</summary>
    public IEnumerable<string> CodeWords => _block.Descendants().Prepend(_block).OfType<CodeBlock>()
        .SelectMany(code => code.Lines.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether the block is, or holds, a fenced or indented code block.</summary>
    public bool HasCode => _block is CodeBlock || _block.Descendants<CodeBlock>().Any();

    public void Write(BodyRenderer renderer)
    {
        if (_first is not null)
            renderer.WriteParagraph(_first);
        else if (_isItem)
            foreach (var child in (ContainerBlock)_block)
                renderer.Write(child);
        else
            renderer.Write(_block);
    }

    /// <summary>Writes the block as text.</summary>
    public void Write(BodyTextWriter writer)
    {
        if (_first is not null)
            writer.WriteParagraph(_first);
        else if (_isItem)
            foreach (var child in (ContainerBlock)_block)
                writer.Write(child);
        else
            writer.Write(_block);
    }

    /// <summary>The label that a paragraph begins with, null without one.</summary>
    public static BlockLabel? LabelOf(ParagraphBlock paragraph) => ReadLabel(paragraph, out _);

    private static BlockLabel? ReadLabel(ParagraphBlock paragraph, out Inline? rest)
    {
        rest = null;
        if (paragraph.Inline?.FirstChild is not EmphasisInline { DelimiterChar: '*' or '_', DelimiterCount: 2 } bold)
            return null;
        var text = PlainText.Of(bold);
        var hasColon = text.EndsWith(':');
        var next = SkipMarks(bold.NextSibling, ref hasColon, out var standsAlone);
        rest = next;
        return new BlockLabel(text.TrimEnd(':').TrimEnd(), hasColon, standsAlone);
    }

    /// <summary>Moves over what may stand between a label and its text: a colon, a backslash that Grav shows, a line break.</summary>
    private static Inline? SkipMarks(Inline? inline, ref bool hasColon, out bool standsAlone)
    {
        while (true)
        {
            switch (inline)
            {
                case LineBreakInline:
                    standsAlone = true;
                    return inline.NextSibling;
                case LiteralInline literal when literal.Content.AsSpan().Trim(" \t\\:").IsEmpty:
                    hasColon |= literal.Content.AsSpan().TrimStart() is [':', ..];
                    inline = literal.NextSibling;
                    continue;
                case LiteralInline literal when literal.Content.AsSpan().TrimStart() is [':', ..]:
                    SplitAfterColon(literal);
                    inline = literal.PreviousSibling;
                    continue;
            }
            standsAlone = inline is null;
            return inline;
        }
    }

    /// <summary>Gives the colon a node of its own, so that what follows can be written without it. Done once, it finds nothing more to do.</summary>
    private static void SplitAfterColon(LiteralInline literal)
    {
        var colon = literal.Content.IndexOf(':');
        literal.InsertBefore(new LiteralInline(literal.Content.Text[literal.Content.Start..(colon + 1)]));
        literal.Content.Start = colon + 1;
    }
}
