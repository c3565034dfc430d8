using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// Grav's markdown-notices: <c>! text</c> opens a notice and interrupts a paragraph, the number of marks on the first line gives its kind. Every line of
/// it is marked: one without marks ends it and is never drawn in, unlike in a block quote.
/// </summary>
internal sealed class NoticeParser : BlockParser
{
    private const int MaxLevel = 4;

    public NoticeParser() => OpeningCharacters = ['!'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;
        var level = CountMarks(processor);
        if (level is 0 or > MaxLevel || processor.PeekChar(level) != ' ')
            return BlockState.None;
        var kinds = ((BodyContext)processor.Context!).NoticeKinds;
        processor.NewBlocks.Push(new NoticeBlock(this)
        {
            Kind = kinds[level - 1],
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        Skip(processor, level + 1);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var level = processor.IsCodeIndent ? 0 : Math.Min(CountMarks(processor), MaxLevel);
        if (level == 0)
        {
            processor.Close(block);
            return processor.IsBlankLine ? BlockState.BreakDiscard : BlockState.None;
        }
        // Any mark continues a notice, whatever its number and with or without a blank; alone it is a blank line.
        Skip(processor, processor.PeekChar(level) == ' ' ? level + 1 : level);
        return BlockState.Continue;
    }

    private static int CountMarks(BlockProcessor processor)
    {
        var count = 0;
        while (processor.PeekChar(count) == '!')
            count++;
        return count;
    }

    private static void Skip(BlockProcessor processor, int characters)
    {
        for (var index = 0; index < characters; index++)
            processor.NextChar();
    }
}
