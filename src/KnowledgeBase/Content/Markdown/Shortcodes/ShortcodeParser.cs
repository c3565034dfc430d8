using KnowledgeBase.Diagnostics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// Shortcodes on lines of their own. They are blocks, not text replaced before parsing, so that lines keep their numbers and fences their content. A tag
/// without its closing tag opens nothing: an author's slip must not swallow the rest of the page.
/// </summary>
internal sealed class ShortcodeParser : BlockParser
{
    private const int MaxDepth = 20;

    public ShortcodeParser() => OpeningCharacters = ['['];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;
        var line = processor.Line.AsSpan();
        if (ShortcodeTag.Read(line) is not { } tag)
            return BlockState.None;
        var use = ShortcodeNames.UseOf(tag.Name);
        if (use == ShortcodeUse.Code && !tag.IsClosing)
            return OpenCode(processor, tag);
        if (!HasOnlyTags(line))
            return BlockState.None;
        return use is { } known ? OpenKnown(processor, tag, known) : DropUnknown(processor, tag);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        ((BodyContext)processor.Context!).CheckTime();
        return block switch
        {
            ShortcodeBlock container => ContinueContainer(processor, container),
            ShortcodeCodeBlock code => ContinueCode(processor, code),
            _ => BlockState.None,
        };
    }

    /// <summary>Whether a line holds nothing but tags, such as <c>[/version][version=16]</c>.</summary>
    private static bool HasOnlyTags(ReadOnlySpan<char> line)
    {
        for (var rest = line.Trim(); !rest.IsEmpty; rest = rest.TrimStart())
        {
            if (ShortcodeTag.Read(rest) is not { } tag)
                return false;
            rest = rest[tag.Length..];
        }
        return true;
    }

    private BlockState OpenKnown(BlockProcessor processor, ShortcodeTag tag, ShortcodeUse use)
    {
        var context = (BodyContext)processor.Context!;
        var at = context.At(processor.LineIndex, processor.Column);
        var isLast = Skip(processor, tag.Length);
        if (tag.IsClosing)
        {
            context.Log.Add(DiagnosticCodes.UnclosedShortcode, at, $"[/{tag.Name}] closes nothing", "Remove it, or add the opening shortcode.");
            return isLast ? BlockState.BreakDiscard : BlockState.None;
        }
        if (tag.IsSelfClosing || use == ShortcodeUse.Drop)
            return isLast ? BlockState.BreakDiscard : BlockState.None;
        if (!context.HasClosing(tag.Name, processor.Line.Start))
        {
            context.Log.Add(DiagnosticCodes.UnclosedShortcode, at, $"[{tag.Name}] is not closed and is ignored");
            return isLast ? BlockState.BreakDiscard : BlockState.None;
        }
        if (DepthOf(processor.CurrentContainer) >= MaxDepth)
        {
            context.Log.Add(DiagnosticCodes.PageTooComplex, at, $"Shortcodes are nested more than {MaxDepth} levels deep; [{tag.Name}] is ignored");
            return isLast ? BlockState.BreakDiscard : BlockState.None;
        }
        processor.NewBlocks.Push(new ShortcodeBlock(this) { Tag = tag, Use = use, Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) });
        return isLast ? BlockState.ContinueDiscard : BlockState.Continue;
    }

    private static int DepthOf(ContainerBlock? container)
    {
        var depth = 0;
        for (; container is not null; container = container.Parent)
            depth += container is ShortcodeBlock ? 1 : 0;
        return depth;
    }

    private static BlockState DropUnknown(BlockProcessor processor, ShortcodeTag tag)
    {
        var context = (BodyContext)processor.Context!;
        var isToc = tag is { Name: "TOC" or "toc", Attributes.IsEmpty: true };
        // Nothing shows that a lone [word] was meant as a shortcode; it is text, or a link defined elsewhere.
        var isMeant = tag.IsClosing || tag.IsSelfClosing || !tag.Attributes.IsEmpty || context.HasClosing(tag.Name, processor.Start);
        if (!isToc && !isMeant)
            return BlockState.None;
        var at = context.At(processor.LineIndex, processor.Column);
        var isLast = Skip(processor, tag.Length);
        if (!isToc)
            context.Log.Add(DiagnosticCodes.UnknownShortcode, at, $"The shortcode [{(tag.IsClosing ? "/" : "")}{tag.Name}] is not known; it is left out, what it encloses is shown");
        return isLast ? BlockState.BreakDiscard : BlockState.None;
    }

    /// <summary>Moves behind a tag; true where nothing follows.</summary>
    private static bool Skip(BlockProcessor processor, int length)
    {
        for (var index = 0; index < length; index++)
            processor.NextChar();
        // The tag is no indentation: what follows it must not be taken for indented code.
        processor.RestartIndent();
        return processor.Line.AsSpan().IsWhiteSpace();
    }

    private BlockState OpenCode(BlockProcessor processor, ShortcodeTag tag)
    {
        var context = (BodyContext)processor.Context!;
        if (processor.PeekChar(tag.Length) == '(' || !context.HasClosing(tag.Name, processor.Start))
            return BlockState.None;
        var closing = processor.Line.AsSpan().IndexOf($"[/{tag.Name}]");
        if (closing >= 0 && !processor.Line.AsSpan()[(closing + tag.Name.Length + 3)..].IsWhiteSpace())
            return BlockState.None; // Code within a line of text; the inline parser takes it.
        var code = new ShortcodeCodeBlock(this)
        {
            Name = tag.Name,
            FencedChar = '`',
            OpeningFencedCharCount = 3,
            ClosingFencedCharCount = 3,
            Info = LanguageOf(tag),
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        processor.NewBlocks.Push(code);
        if (closing >= 0)
            processor.Line.End = processor.Line.Start + closing - 1;
        var isLast = Skip(processor, tag.Length);
        if (closing < 0)
            return isLast ? BlockState.ContinueDiscard : BlockState.Continue;
        processor.Line.TrimStart();
        processor.Line.TrimEnd();
        return BlockState.Break;
    }

    private static string? LanguageOf(ShortcodeTag tag) =>
        (tag["classes"] ?? tag["class"])?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(name => name.StartsWith("language-", StringComparison.Ordinal))?["language-".Length..];

    private static BlockState ContinueContainer(BlockProcessor processor, ShortcodeBlock container)
    {
        if (container.EndsHere)
        {
            processor.Close(container);
            return BlockState.None;
        }
        if (HoldsCode(processor, container))
            return BlockState.Continue;
        var line = processor.Line.AsSpan();
        var closing = $"[/{container.Tag.Name}]";
        if (line.StartsWith(closing) && !HasOpenInner(processor, container))
        {
            var isLast = Skip(processor, closing.Length);
            processor.Close(container);
            return isLast ? BlockState.BreakDiscard : BlockState.None;
        }
        if (line.TrimEnd().EndsWith(closing) && !line.Contains($"[{container.Tag.Name}", StringComparison.Ordinal) && !HasOpenInner(processor, container))
        {
            processor.Line.End = processor.Line.Start + line.TrimEnd().Length - closing.Length - 1;
            container.EndsHere = true;
        }
        return BlockState.Continue;
    }

    /// <summary>Whether the innermost open block is code, in which a closing tag is just text.</summary>
    private static bool HoldsCode(BlockProcessor processor, ContainerBlock container)
    {
        Block block = container;
        while (block is ContainerBlock { LastChild: { } last } && processor.IsOpen(last))
            block = last;
        return block is FencedCodeBlock;
    }

    /// <summary>Whether a shortcode of the same name is open inside; then the closing tag is its own.</summary>
    private static bool HasOpenInner(BlockProcessor processor, ShortcodeBlock container)
    {
        Block block = container;
        while (block is ContainerBlock { LastChild: { } last } && processor.IsOpen(last))
        {
            block = last;
            if (block is ShortcodeBlock { EndsHere: false } inner && inner.Tag.Name == container.Tag.Name)
                return true;
        }
        return false;
    }

    private static BlockState ContinueCode(BlockProcessor processor, ShortcodeCodeBlock code)
    {
        var closing = processor.Line.AsSpan().IndexOf($"[/{code.Name}]");
        if (closing == 0)
            return BlockState.BreakDiscard;
        processor.GoToColumn(processor.ColumnBeforeIndent);
        if (closing < 0)
            return BlockState.Continue;
        processor.Line.End = processor.Line.Start + processor.Line.AsSpan().IndexOf($"[/{code.Name}]") - 1;
        return BlockState.Break;
    }
}
