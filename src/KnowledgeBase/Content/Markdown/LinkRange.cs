using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Which of the page's links stand in a block.</summary>
internal static class LinkRange
{
    public static void Set(Block block, int first, int end)
    {
        if (end > first)
            block.SetData(typeof(LinkRange), new Range(first, end));
    }

    public static Range Of(Block block) => block.GetData(typeof(LinkRange)) is Range range ? range : new Range(0, 0);
}
