using System.Buffers;
using System.Globalization;
using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Writes the inside of a paragraph as text.</summary>
internal sealed class InlineTextWriter(TextStyle style)
{
    // Characters that would begin a construct. Underscores inside words never do, so names of settings stay readable.
    private static readonly SearchValues<char> Special = SearchValues.Create("*`[]<\\");
    private static readonly SearchValues<char> Suspicious = SearchValues.Create("*`[]<\\_");

    private bool IsMarkdown => style == TextStyle.Markdown;

    public string Write(ContainerInline? root)
    {
        var text = new StringBuilder();
        if (root is not null)
            WriteChildren(text, root);
        return text.ToString().Trim(' ', '\n');
    }

    /// <summary>Writes an inline and what follows it.</summary>
    public string WriteFrom(Inline first)
    {
        var text = new StringBuilder();
        for (var inline = first; inline is not null; inline = inline.NextSibling)
            Write(text, inline);
        return text.ToString().Trim(' ', '\n');
    }

    private void WriteChildren(StringBuilder text, ContainerInline container)
    {
        foreach (var inline in container)
            Write(text, inline);
    }

    private void Write(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Escape(text, literal.Content.AsSpan());
                break;
            case CodeInline code:
                WriteCode(text, code.Content);
                break;
            case LineBreakInline:
                text.Append('\n');
                break;
            case HtmlEntityInline entity:
                Escape(text, entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(IsMarkdown ? $"<{link.Url}>" : link.Url);
                break;
            case AbbreviationInline abbreviation:
                Escape(text, abbreviation.Abbreviation.Label);
                break;
            case FootnoteLink { IsBackLink: false } footnote when IsMarkdown:
                text.Append(CultureInfo.InvariantCulture, $"[^{footnote.Footnote.Order}]");
                break;
            case FootnoteLink:
                break;
            case HtmlInline html:
                WriteHtml(text, html);
                break;
            case LinkInline link:
                WriteLink(text, link);
                break;
            case EmphasisInline emphasis:
                var mark = IsMarkdown ? new string(emphasis.DelimiterChar, emphasis.DelimiterCount) : "";
                text.Append(mark);
                WriteChildren(text, emphasis);
                text.Append(mark);
                break;
            case ContainerInline container:
                WriteChildren(text, container);
                break;
        }
    }

    private void Escape(StringBuilder text, ReadOnlySpan<char> literal)
    {
        if (!IsMarkdown || !literal.ContainsAny(Suspicious))
        {
            text.Append(literal);
            return;
        }
        for (var index = 0; index < literal.Length; index++)
        {
            var letter = literal[index];
            if (Special.Contains(letter) || (letter == '_' && IsWordEdge(literal, index)))
                text.Append('\\');
            text.Append(letter);
        }
    }

    /// <summary>Whether an underscore could begin or end an emphasis: inside a word it cannot.</summary>
    private static bool IsWordEdge(ReadOnlySpan<char> literal, int index) =>
        index == 0 || index == literal.Length - 1 || !char.IsLetterOrDigit(literal[index - 1]) || !char.IsLetterOrDigit(literal[index + 1]);

    private void WriteCode(StringBuilder text, string code)
    {
        if (!IsMarkdown)
        {
            text.Append(code);
            return;
        }
        var mark = new string('`', CodeFence.LongestRun(code) + 1);
        var pad = mark.Length > 1 ? " " : "";
        text.Append(mark).Append(pad).Append(code).Append(pad).Append(mark);
    }

    private static void WriteHtml(StringBuilder text, HtmlInline html)
    {
        var before = text.Length;
        HtmlFragment.Of(html)?.AppendText(text);
        if (text.Length > before && html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
        {
            text.Length = before;
            text.Append('\n');
        }
    }

    private void WriteLink(StringBuilder text, LinkInline link)
    {
        if (link.IsImage)
        {
            text.Append(IsMarkdown && !string.IsNullOrEmpty(link.Url) ? $"![{PlainText.Of(link)}]({Target(link.Url)})" : PlainText.Of(link));
            return;
        }
        if (!IsMarkdown || string.IsNullOrEmpty(link.Url))
        {
            WriteChildren(text, link);
            if (!IsMarkdown && link.Url is { Length: > 0 } url && url != PlainText.Of(link))
                text.Append(CultureInfo.InvariantCulture, $" ({url})");
            return;
        }
        text.Append('[');
        WriteChildren(text, link);
        text.Append("](").Append(Target(link.Url)).Append(')');
    }

    private static string Target(string url) => url.AsSpan().IndexOfAny(' ', '(', ')') >= 0 ? $"<{url}>" : url;
}
