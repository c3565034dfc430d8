using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Renders a parsed body, or some of its blocks, to HTML that is safe to show. One a page.</summary>
internal sealed class BodyRenderer
{
    private readonly StringBuilder _html = new();
    private readonly BodyHtmlRenderer _renderer;
    private readonly ContentSanitizer _sanitizer;

    /// <param name="pipeline">The pipeline that parsed the body.</param>
    /// <param name="sanitizer">Makes raw HTML harmless.</param>
    public BodyRenderer(MarkdownPipeline pipeline, ContentSanitizer sanitizer)
    {
        _renderer = new BodyHtmlRenderer(new StringWriter(_html) { NewLine = "\n" });
        pipeline.Setup(_renderer);
        _sanitizer = sanitizer;
    }

    public string Render(MarkdownDocument document)
    {
        _renderer.Render(document);
        return Take();
    }

    /// <summary>Renders blocks one after the other.</summary>
    public string Render(IEnumerable<BodyBlock> blocks)
    {
        foreach (var block in blocks)
            block.Write(this);
        return Take();
    }

    public void Write(Block block) => _renderer.Write(block);

    /// <summary>Writes an inline and what follows it as a paragraph.</summary>
    public void WriteParagraph(Inline first)
    {
        _renderer.EnsureLine();
        _renderer.Write("<p>");
        for (var inline = first; inline is not null; inline = inline.NextSibling)
            _renderer.Write(inline);
        _renderer.WriteLine("</p>");
    }

    private string Take()
    {
        _renderer.Writer.Flush();
        var (html, isPlain) = (_html.ToString(), _renderer.Raw.IsPlain);
        _html.Clear();
        _renderer.Raw.Clear();
        return isPlain ? html : _sanitizer.Sanitize(html);
    }
}
