using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Shortcodes as plain HTML: tabs become sections one after the other, so that everything can be read, found, linked and printed.</summary>
internal sealed class ShortcodeRenderer : HtmlObjectRenderer<ShortcodeBlock>
{
    protected override void Write(HtmlRenderer renderer, ShortcodeBlock block)
    {
        switch (block.Use)
        {
            case ShortcodeUse.Tabs:
                Enclose(renderer, block, "<div class=\"variants\">", "</div>");
                break;
            case ShortcodeUse.Tab when block.Title is { Length: > 0 } title:
                WriteTab(renderer, block, title);
                break;
            case ShortcodeUse.Notice:
                NoticeRenderer.Write(renderer, block, block.Tag[""] is "info" or "tip" or "warning" ? block.Tag[""]! : "note");
                break;
            case ShortcodeUse.Details:
                renderer.EnsureLine();
                renderer.Write("<details><summary>").WriteEscape(block.Title ?? BodyWords.Details).WriteLine("</summary>");
                renderer.WriteChildren(block);
                renderer.EnsureLine();
                renderer.WriteLine("</details>");
                break;
            case ShortcodeUse.Figure:
                renderer.EnsureLine();
                renderer.WriteLine("<figure>");
                renderer.WriteChildren(block);
                renderer.EnsureLine();
                if (block.Tag["caption"] is { Length: > 0 } caption)
                    renderer.Write("<figcaption>").WriteEscape(caption).WriteLine("</figcaption>");
                renderer.WriteLine("</figure>");
                break;
            default:
                renderer.WriteChildren(block);
                break;
        }
    }

    private static void Enclose(HtmlRenderer renderer, ContainerBlock block, string opening, string closing)
    {
        renderer.EnsureLine();
        renderer.WriteLine(opening);
        renderer.WriteChildren(block);
        renderer.EnsureLine();
        renderer.WriteLine(closing);
    }

    private static void WriteTab(HtmlRenderer renderer, ShortcodeBlock block, string title)
    {
        renderer.EnsureLine();
        renderer.Write("<section class=\"variant\" aria-labelledby=\"").Write(block.Id).Write("\"><p class=\"variant-name\" id=\"").Write(block.Id).Write("\">");
        renderer.WriteEscape(title).WriteLine("</p>");
        renderer.WriteChildren(block);
        renderer.EnsureLine();
        renderer.WriteLine("</section>");
    }
}
