using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Text without markup: what is read aloud. Images contribute nothing, every break is one blank, tags that are no HTML are text.</summary>
internal static class PlainText
{
    /// <summary>The text of an inline tree.</summary>
    public static string Of(ContainerInline? inline)
    {
        var text = new StringBuilder();
        if (inline is not null)
            Append(text, inline);
        return Tidy(text);
    }

    /// <summary>The text of an inline and what follows it.</summary>
    public static string From(Inline? first)
    {
        var text = new StringBuilder();
        for (var inline = first; inline is not null; inline = inline.NextSibling)
            AppendOne(text, inline);
        return Tidy(text);
    }

    /// <summary>The text of blocks, one blank between them.</summary>
    public static string Of(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
            Append(text, block);
        return Tidy(text);
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case HtmlBlock html:
                if (HtmlFragment.Of(html) is { } fragment)
                    fragment.AppendText(text);
                break;
            case CodeBlock code:
                foreach (var line in code.Lines.Lines.AsSpan(0, code.Lines.Count))
                    text.Append(line.Slice.AsSpan()).Append(' ');
                break;
            case LeafBlock { Inline: { } inline }:
                Append(text, inline);
                break;
            case FootnoteGroup:
                break;
            case ShortcodeBlock { Use: ShortcodeUse.Tab or ShortcodeUse.Details, Title: { } title } titled:
                text.Append(title).Append(' ');
                AppendChildren(text, titled);
                break;
            case ContainerBlock container:
                AppendChildren(text, container);
                break;
        }
        text.Append(' ');
    }

    private static void AppendChildren(StringBuilder text, ContainerBlock container)
    {
        foreach (var child in container)
            Append(text, child);
    }

    private static void Append(StringBuilder text, ContainerInline container)
    {
        foreach (var inline in container)
            AppendOne(text, inline);
    }

    private static void AppendOne(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.ContentSpan);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case AbbreviationInline abbreviation:
                text.Append(abbreviation.Abbreviation.Label);
                break;
            case HtmlInline html:
                if (HtmlFragment.Of(html) is { } fragment)
                    fragment.AppendText(text);
                break;
            case LinkInline { IsImage: true } or FootnoteLink:
                break;
            case PipeTableDelimiterInline:
                text.Append('|');
                break;
            case ContainerInline container:
                Append(text, container);
                break;
        }
    }

    /// <summary>Runs of white space become one blank.</summary>
    private static string Tidy(StringBuilder text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var chunk in text.GetChunks())
        {
            foreach (var letter in chunk.Span)
            {
                if (!char.IsWhiteSpace(letter))
                    tidy.Append(letter);
                else if (tidy.Length > 0 && tidy[^1] != ' ')
                    tidy.Append(' ');
            }
        }
        if (tidy.Length > 0 && tidy[^1] == ' ')
            tidy.Length--;
        return tidy.ToString();
    }
}
