using System.Collections.Immutable;
using System.Net;
using System.Text;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>The raw HTML of one Markdown node after reading: what is shown, in order. Attached to its node.</summary>
internal sealed class HtmlFragment(ImmutableArray<HtmlToken> tokens)
{
    public static HtmlFragment? Of(MarkdownObject node) => node.GetData(typeof(HtmlFragment)) as HtmlFragment;

    public void AttachTo(MarkdownObject node) => node.SetData(typeof(HtmlFragment), this);

    /// <summary>Writes it, and tells the renderer what of it is raw.</summary>
    /// <inheritdoc cref="WrittenHtml.Add" path="/param[@name='line' or @name='blocks']"/>
    public void Write(BodyHtmlRenderer renderer, MarkdownObject? line, MarkdownObject? blocks)
    {
        foreach (var token in tokens)
        {
            renderer.Raw.Add(token, line, blocks);
            WriteToken(renderer, token);
        }
    }

    /// <summary>Adds what a reader sees of it.</summary>
    public void AppendText(StringBuilder text)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == HtmlTokenKind.Literal)
                text.Append(token.Raw);
            else if (token.Kind == HtmlTokenKind.Text)
                text.Append(WebUtility.HtmlDecode(token.Raw));
            else if (!HtmlTags.Formatting.Contains(token.Name))
                text.Append(token.Name is "span" or "kbd" or "sub" or "sup" or "mark" or "abbr" or "var" or "samp" ? "" : " ");
        }
    }

    private static void WriteToken(HtmlRenderer renderer, HtmlToken token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                renderer.Write(token.Raw);
                break;
            case HtmlTokenKind.Literal:
                renderer.WriteEscape(token.Raw);
                break;
            default:
                WriteTag(renderer, token);
                break;
        }
    }

    private static void WriteTag(HtmlRenderer renderer, HtmlToken token)
    {
        var raw = token.Raw;
        // `<details/>` is written for `<details>`; any other empty element needs its end, or it swallows what follows.
        var isEmptied = token.IsSelfClosing && !HtmlTags.Void.Contains(token.Name);
        if (isEmptied)
            raw = raw[..^2].TrimEnd() + ">";
        if (token.Id is { } id)
            raw = raw.Insert(1 + token.Name.Length, $" id=\"{id}\"");
        renderer.Write(raw);
        if (isEmptied && token.Name is not ("details" or "summary"))
            renderer.Write("</").Write(token.Name).Write(">");
    }
}
