using Markdig.Renderers;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Markdig's renderer, which remembers the raw HTML that it writes.</summary>
internal sealed class BodyHtmlRenderer(TextWriter writer) : HtmlRenderer(writer)
{
    public WrittenHtml Raw { get; } = new();
}
