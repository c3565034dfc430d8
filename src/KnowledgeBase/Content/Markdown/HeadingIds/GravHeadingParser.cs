using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Headings without a blank behind their marks, <c>##Heading</c>: Grav has always made headings of them. Only on sites that configure Grav.</summary>
internal sealed class GravHeadingParser : BlockParser
{
    public GravHeadingParser() => OpeningCharacters = ['#'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;
        var level = 0;
        while (processor.PeekChar(level) == '#')
            level++;
        if (level > 6 || processor.PeekChar(level) is '\0' or ' ' or '\t')
            return BlockState.None;
        processor.NewBlocks.Push(new HeadingBlock(this)
        {
            HeaderChar = '#',
            HeaderCharCount = level,
            Level = level,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        for (var index = 0; index < level; index++)
            processor.NextChar();
        processor.Line.TrimEnd();
        while (processor.Line.End >= processor.Line.Start && processor.Line.Text[processor.Line.End] is '#' or ' ')
            processor.Line.End--;
        return BlockState.Break;
    }
}
