using System.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Code with its language in a word; tabs are four columns wide, as Grav writes them. It can be scrolled with the keyboard.</summary>
internal sealed class CodeRenderer(CodeColours? colours) : HtmlObjectRenderer<CodeBlock>
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
        if (colours is not null && language.Grammar is not null && colours.Colour(language, TextOf(block)) is { } coloured)
            renderer.Write(coloured).Write('\n');
        else
            WriteLines(renderer, block);
        renderer.WriteLine("</code></pre></div>");
    }

    private static string TextOf(CodeBlock block) =>
        string.Join('\n', (block.Lines.Lines ?? []).Take(block.Lines.Count).Select(line => line.Slice.IndexOf('\t') < 0 ? line.Slice.ToString() : WithoutTabs(line.Slice.AsSpan())));

    private static void WriteLines(HtmlRenderer renderer, CodeBlock block)
    {
        for (var index = 0; index < block.Lines.Count; index++)
        {
            var line = block.Lines.Lines[index].Slice;
            if (line.IndexOf('\t') < 0)
                renderer.WriteEscape(ref line, softEscape: false);
            else
                renderer.WriteEscape(WithoutTabs(line.AsSpan()));
            renderer.Write('\n');
        }
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
