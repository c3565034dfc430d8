using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// <c>&lt;hr&gt;</c> has no end, so a line that begins with it and holds nothing but tags is HTML of one line, as in Grav. CommonMark would take all
/// lines up to the next blank one as HTML, headings included.
/// </summary>
internal sealed partial class RuleInHtmlParser : BlockParser
{
    public RuleInHtmlParser() => OpeningCharacters = ['<'];

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

    [GeneratedRegex(@"^<hr\b[^<>]{0,500}>(?:\s*</?[a-z][^<>]{0,500}>){0,8}\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();
}
