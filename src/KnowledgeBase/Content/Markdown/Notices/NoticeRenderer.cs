using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>A notice says in a word what it is; colour never does so alone.</summary>
internal sealed class NoticeRenderer : HtmlObjectRenderer<NoticeBlock>
{
    protected override void Write(HtmlRenderer renderer, NoticeBlock notice) => Write(renderer, notice, notice.Kind);

    /// <summary>Writes any container as a notice of a kind.</summary>
    public static void Write(HtmlRenderer renderer, ContainerBlock content, string kind)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"notice\" data-kind=\"").Write(kind).Write("\"><p class=\"notice-word\">").Write(BodyWords.Notice(kind)).WriteLine("</p>");
        renderer.WriteChildren(content);
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }
}
