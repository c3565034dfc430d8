using Markdig.Helpers;
using Markdig.Parsers;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Never matches; looks at the clock on every line, which is the only way to end a parse that has gone wrong.</summary>
internal sealed class DeadlineBlockParser : BlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if ((processor.LineIndex & 63) == 0)
            (processor.Context as BodyContext)?.CheckTime();
        return BlockState.None;
    }

    public override bool CanInterrupt(BlockProcessor processor, Markdig.Syntax.Block block) => true;
}

/// <summary>The same at every character that begins an expensive construct.</summary>
internal sealed class DeadlineInlineParser : InlineParser
{
    public DeadlineInlineParser() => OpeningCharacters = ['[', ']', '!', '*', '_', '~', '<', '`', '|'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if ((slice.Start & 63) == 0)
            (processor.Context as BodyContext)?.CheckTime();
        return false;
    }
}
