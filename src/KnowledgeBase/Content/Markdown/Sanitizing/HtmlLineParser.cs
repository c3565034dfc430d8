using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// HTML of one line, after which Markdown goes on as in Grav; CommonMark would take all lines up to the next blank one as HTML, headings included. Such are
/// Markdown Extra's <c>&lt;div markdown="1"&gt;</c>, and a line of tags alone that begins with <c>&lt;hr&gt;</c>, which has no end.
/// </summary>
internal sealed partial class HtmlLineParser : BlockParser
{
    public HtmlLineParser() => OpeningCharacters = ['<'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !(MarkdownInside().IsMatch(processor.Line.AsSpan()) || Rule().IsMatch(processor.Line.AsSpan())))
            return BlockState.None;
        processor.NewBlocks.Push(new HtmlBlock(this)
        {
            Type = HtmlBlockType.InterruptingBlock,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.Break;
    }

    [GeneratedRegex("""^<(?:div|section|article|aside|details|figure|blockquote)\b[^<>]{0,500}\bmarkdown\s*=\s*["']?1["']?[^<>]{0,500}>\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex MarkdownInside();

    [GeneratedRegex(@"^<hr\b[^<>]{0,500}>(?:\s*</?[a-z][^<>]{0,500}>){0,8}\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();
}
