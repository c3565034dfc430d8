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
        if (HtmlFragment.Of(block) is { } fragment)
        {
            ((BodyHtmlRenderer)renderer).Raw.Add(block, fragment.Tokens);
            fragment.Write(renderer);
        }
        renderer.EnsureLine();
    }
}

/// <summary>The same for a tag within a line.</summary>
internal sealed class RawHtmlInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline inline)
    {
        if (HtmlFragment.Of(inline) is not { } fragment)
            return;
        ((BodyHtmlRenderer)renderer).Raw.Add(inline, fragment.Tokens);
        fragment.Write(renderer);
    }
}
