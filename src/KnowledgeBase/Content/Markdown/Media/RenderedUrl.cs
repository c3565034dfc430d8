using Markdig.Renderers;

namespace KnowledgeBase.Content.Markdown;

/// <summary>An address as the renderer writes it into an attribute.</summary>
internal static class RenderedUrl
{
    public static string Of(string url)
    {
        using var writer = new StringWriter();
        new HtmlRenderer(writer).WriteEscapeUrl(url);
        return writer.ToString();
    }
}
