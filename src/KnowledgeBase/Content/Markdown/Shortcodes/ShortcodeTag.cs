using System.Collections.Immutable;

namespace KnowledgeBase.Content.Markdown;

/// <summary>One tag of a Grav shortcode: <c>[name a="b"]</c>, <c>[name=value]</c>, <c>[name /]</c> or <c>[/name]</c>.</summary>
/// <param name="Name">As written.</param>
/// <param name="IsClosing">Begins with <c>[/</c>.</param>
/// <param name="IsSelfClosing">Ends with <c>/]</c>.</param>
/// <param name="Attributes">In order; the value of <c>[name=value]</c> has an empty key.</param>
/// <param name="Length">Characters from bracket to bracket.</param>
internal sealed record ShortcodeTag(string Name, bool IsClosing, bool IsSelfClosing, ImmutableArray<KeyValuePair<string, string>> Attributes, int Length)
{
    private const int MaxLength = 1000;

    public string? this[string key] => Attributes.FirstOrDefault(attribute => attribute.Key == key).Value;

    /// <summary>Reads the tag at the beginning of a text; null where there is none.</summary>
    public static ShortcodeTag? Read(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        if (text.Length < 3 || text[0] != '[')
            return null;
        var isClosing = text[1] == '/';
        var at = isClosing ? 2 : 1;
        var nameEnd = at;
        while (nameEnd < text.Length && (char.IsAsciiLetterOrDigit(text[nameEnd]) || text[nameEnd] is '-' or '_'))
            nameEnd++;
        if (nameEnd == at || nameEnd == text.Length || !char.IsAsciiLetter(text[at]))
            return null;
        var name = text[at..nameEnd].ToString();
        at = nameEnd;
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        if (text[at] == '=' && !isClosing)
        {
            at++;
            if (ReadValue(text, ref at) is not { } value)
                return null;
            attributes.Add(new("", value));
        }
        return ReadEnd(text, name, isClosing, attributes, at);
    }

    private static ShortcodeTag? ReadEnd(
        ReadOnlySpan<char> text, string name, bool isClosing, ImmutableArray<KeyValuePair<string, string>>.Builder attributes, int at)
    {
        while (at < text.Length)
        {
            var isSpaced = SkipBlanks(text, ref at);
            if (at >= text.Length)
                return null;
            if (text[at] == ']')
                return new ShortcodeTag(name, isClosing, false, attributes.ToImmutable(), at + 1);
            if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == ']')
                return new ShortcodeTag(name, isClosing, true, attributes.ToImmutable(), at + 2);
            if (!isSpaced || isClosing || ReadAttribute(text, ref at) is not { } attribute)
                return null;
            attributes.Add(attribute);
        }
        return null;
    }

    private static bool SkipBlanks(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at > start;
    }

    private static KeyValuePair<string, string>? ReadAttribute(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' or ':'))
            at++;
        if (at == start || at == text.Length || text[at] != '=')
            return null;
        var key = text[start..at].ToString();
        at++;
        return ReadValue(text, ref at) is { } value ? new(key, value) : null;
    }

    private static string? ReadValue(ReadOnlySpan<char> text, ref int at)
    {
        if (at < text.Length && text[at] is '"' or '\'')
        {
            var length = text[(at + 1)..].IndexOf(text[at]);
            if (length < 0)
                return null;
            var quoted = text.Slice(at + 1, length).ToString();
            at += length + 2;
            return quoted;
        }
        var end = at;
        while (end < text.Length && text[end] is not (' ' or '\t' or ']' or '"' or '\'' or '['))
            end++;
        var value = text[at..end];
        if (value is [.., '/'] && end < text.Length && text[end] == ']')
            value = value[..^1];
        at += value.Length;
        return value.ToString();
    }
}
