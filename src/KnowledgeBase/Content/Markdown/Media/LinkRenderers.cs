using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Links and images with the addresses that were resolved; a link whose address was refused stays as its text.</summary>
internal sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
            WriteImage(renderer, link);
        else if (string.IsNullOrEmpty(link.Url))
            renderer.WriteChildren(link);
        else
            WriteLink(renderer, link);
    }

    private static void WriteLink(HtmlRenderer renderer, LinkInline link)
    {
        WriteOpening(renderer, link);
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    private static void WriteOpening(HtmlRenderer renderer, LinkInline link)
    {
        renderer.Write("<a href=\"").WriteEscapeUrl(link.Url).Write("\"").WriteAttributes(link);
        WriteTitle(renderer, link);
        renderer.Write(">");
    }

    private static void WriteTitle(HtmlRenderer renderer, LinkInline link)
    {
        if (!string.IsNullOrEmpty(link.Title))
            renderer.Write(" title=\"").WriteEscape(link.Title).Write("\"");
    }

    private static void WriteImage(HtmlRenderer renderer, LinkInline image)
    {
        if (string.IsNullOrEmpty(image.Url))
        {
            renderer.WriteEscape(PlainText.Of(image));
            return;
        }
        var isLinked = ResolvedMedia.IsLinked(image);
        if (isLinked)
            renderer.Write("<a href=\"").WriteEscapeUrl(image.Url).Write("\">");
        renderer.Write("<img src=\"").WriteEscapeUrl(image.Url).Write("\" alt=\"").WriteEscape(PlainText.Of(image)).Write("\"").WriteAttributes(image);
        WriteTitle(renderer, image);
        renderer.Write(">");
        if (isLinked)
            renderer.Write("</a>");
    }
}

/// <summary>Addresses in angle brackets. CommonMark takes any scheme there, also <c>javascript:</c>; a refused one stays as text.</summary>
internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        if (!link.IsEmail && !LinkScheme.IsSafe(link.Url))
        {
            renderer.Write("&lt;").WriteEscape(link.Url).Write("&gt;");
            return;
        }
        renderer.Write("<a href=\"").Write(link.IsEmail ? "mailto:" : "").WriteEscapeUrl(link.Url).Write("\"").WriteAttributes(link).Write(">");
        renderer.WriteEscape(link.Url).Write("</a>");
    }
}
