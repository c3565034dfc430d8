using Markdig.Extensions.Abbreviations;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Abbreviations with their long form. Markdig writes what is abbreviated as it stands, brackets and quotes included; it is text.</summary>
internal sealed class AbbreviationRenderer : HtmlObjectRenderer<AbbreviationInline>
{
    protected override void Write(HtmlRenderer renderer, AbbreviationInline inline)
    {
        var abbreviation = inline.Abbreviation;
        renderer.Write("<abbr").WriteAttributes(inline).Write(" title=\"").WriteEscape(ref abbreviation.Text).Write("\">");
        renderer.WriteEscape(abbreviation.Label).Write("</abbr>");
    }
}
