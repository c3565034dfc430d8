using System.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Code with its language in a word; tabs are four columns wide, as Grav writes them. It can be scrolled with the keyboard.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    private const int TabWidth = 4;

    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        var language = CodeLanguage.Of((block as FencedCodeBlock)?.Info);
        renderer.EnsureLine();
        renderer.Write("<div class=\"code\"><div class=\"code-head\"><span>").Write(language.Word).Write("</span></div>");
        renderer.Write("<pre tabindex=\"0\" role=\"group\" aria-label=\"").Write(language.Word).Write("\"><code");
        if (language.Name is not null)
            renderer.Write(" class=\"language-").WriteEscape(language.Name).Write("\"");
        renderer.Write(">");
        for (var index = 0; index < block.Lines.Count; index++)
        {
            var line = block.Lines.Lines[index].Slice;
            if (line.IndexOf('\t') < 0)
                renderer.WriteEscape(ref line, softEscape: false);
            else
                renderer.WriteEscape(WithoutTabs(line.AsSpan()));
            renderer.Write('\n');
        }
        renderer.WriteLine("</code></pre></div>");
    }

    private static string WithoutTabs(ReadOnlySpan<char> line)
    {
        var expanded = new StringBuilder(line.Length + 16);
        foreach (var letter in line)
        {
            if (letter == '\t')
                expanded.Append(' ', TabWidth - (expanded.Length % TabWidth));
            else
                expanded.Append(letter);
        }
        return expanded.ToString();
    }
}
