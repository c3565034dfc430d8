using System.Buffers;
using System.Collections.Immutable;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// Cuts raw HTML into text, tags and what only looks like one. It decides what is reported, escaped or left out; the guarantee that nothing harmful
/// passes is <see cref="ContentSanitizer"/>'s alone.
/// </summary>
internal static class HtmlTokenizer
{
    public static ImmutableArray<HtmlToken> Read(string html)
    {
        var tokens = ImmutableArray.CreateBuilder<HtmlToken>();
        int at = 0, textStart = 0, line = 0, lineAt = 0;
        while (at < html.Length && html.IndexOf('<', at) is >= 0 and var open)
        {
            var length = MarkupLength(html, open);
            if (length == 0)
            {
                at = open + 1;
                continue;
            }
            AddText(textStart, open);
            if (html[open + 1] is not ('!' or '?'))
                tokens.Add(ReadTag(html.Substring(open, length), LineAt(open)));
            at = textStart = open + length;
        }
        AddText(textStart, html.Length);
        return tokens.ToImmutable();

        void AddText(int start, int end)
        {
            if (end > start)
                tokens.Add(new HtmlToken(HtmlTokenKind.Text, html[start..end], "", false, false, LineAt(start)));
        }

        int LineAt(int position)
        {
            line += html.AsSpan(lineAt, position - lineAt).Count('\n');
            lineAt = position;
            return line;
        }
    }

    /// <summary>Length of the tag, comment or instruction that begins here; 0 where it is text.</summary>
    private static int MarkupLength(string html, int open)
    {
        var rest = html.AsSpan(open);
        if (rest.StartsWith("<!--"))
            return LengthTo(rest, "-->");
        if (rest.StartsWith("<![CDATA["))
            return LengthTo(rest, "]]>");
        if (rest.Length > 1 && rest[1] is '!' or '?')
            return LengthTo(rest, ">");
        var name = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        return rest.Length > name && char.IsAsciiLetter(rest[name]) ? TagLength(rest, name) : 0;
    }

    private static readonly SearchValues<char> TagStops = SearchValues.Create("<>\"'");

    private static int LengthTo(ReadOnlySpan<char> rest, string end) => rest.IndexOf(end) is >= 0 and var at ? at + end.Length : rest.Length;

    private static int TagLength(ReadOnlySpan<char> rest, int at)
    {
        while (at < rest.Length)
        {
            var stop = rest[at..].IndexOfAny(TagStops);
            if (stop < 0 || rest[at + stop] == '<')
                return 0; // A further tag begins before this one has ended: it was none.
            at += stop;
            if (rest[at] == '>')
                return at + 1;
            // A quote belongs to a value only behind an equals sign; elsewhere it is a stray character.
            var isValue = rest[..at].TrimEnd() is [.., '='];
            var closing = isValue ? rest[(at + 1)..].IndexOf(rest[at]) : -1;
            at += closing < 0 ? 1 : closing + 2;
        }
        return 0;
    }

    private static HtmlToken ReadTag(string raw, int line)
    {
        var isClosing = raw[1] == '/';
        var start = isClosing ? 2 : 1;
        var end = start;
        while (end < raw.Length && (char.IsAsciiLetterOrDigit(raw[end]) || raw[end] is '-' or ':' or '_' or '.'))
            end++;
        var name = raw[start..end].ToLowerInvariant();
        var isTag = HtmlTags.IsKnown(name) && raw[end] is '>' or '/' or ' ' or '\n' or '\t';
        return new HtmlToken(isTag ? HtmlTokenKind.Tag : HtmlTokenKind.Literal, raw, name, isClosing, raw.EndsWith("/>", StringComparison.Ordinal), line);
    }
}
