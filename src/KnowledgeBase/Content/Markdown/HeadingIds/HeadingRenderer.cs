using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>A heading with its permalink beside it, not inside it, so that the heading's name stays clean for screen readers.</summary>
internal sealed class HeadingRenderer : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var level = (char)('0' + Math.Clamp(heading.Level, 1, 6));
        var id = heading.TryGetAttributes()?.Id;
        renderer.EnsureLine();
        renderer.Write("<div class=\"head\"><h").Write(level).WriteAttributes(heading).Write('>');
        renderer.WriteLeafInline(heading);
        renderer.Write("</h").Write(level).Write('>');
        if (id is not null)
        {
            renderer.Write("<a class=\"anchor\" href=\"#").WriteEscape(id).Write("\" aria-label=\"");
            renderer.WriteEscape(BodyWords.LinkTo(PlainText.Of(heading.Inline))).Write("\">#</a>");
        }
        renderer.WriteLine("</div>");
    }
}
