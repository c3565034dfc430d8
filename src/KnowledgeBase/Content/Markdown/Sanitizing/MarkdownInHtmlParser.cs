using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Markdown Extra's <c>&lt;div markdown="1"&gt;</c>: the tag is HTML, what follows is Markdown again.</summary>
internal sealed partial class MarkdownInHtmlParser : BlockParser
{
    public MarkdownInHtmlParser() => OpeningCharacters = ['<'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !Opening().IsMatch(processor.Line.AsSpan()))
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
    private static partial Regex Opening();
}
