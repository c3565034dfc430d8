using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Writes the fragment that was read of a block of raw HTML; a block that nobody has read is not written.</summary>
internal sealed class RawHtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        HtmlFragment.Of(block)?.Write((BodyHtmlRenderer)renderer, line: block, blocks: block.Parent);
        renderer.EnsureLine();
    }
}

/// <summary>The same for a tag within a line.</summary>
internal sealed class RawHtmlInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline inline) => HtmlFragment.Of(inline)?.Write((BodyHtmlRenderer)renderer, line: inline.Parent, blocks: null);
}
