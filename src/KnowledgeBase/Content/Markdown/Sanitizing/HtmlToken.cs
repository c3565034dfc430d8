using System.Collections.Immutable;

namespace KnowledgeBase.Content.Markdown;

internal enum HtmlTokenKind
{
    /// <summary>Text as it stands in HTML: entities are markup.</summary>
    Text,

    /// <summary>A tag of a known element.</summary>
    Tag,

    /// <summary>Something in angle brackets that is no HTML.</summary>
    Literal,
}

/// <summary>A piece of raw HTML.</summary>
/// <param name="Raw">As written.</param>
/// <param name="Name">Of a tag, lower-case.</param>
/// <param name="Line">Lines below the fragment's first.</param>
internal sealed record HtmlToken(HtmlTokenKind Kind, string Raw, string Name, bool IsClosing, bool IsSelfClosing, int Line)
{
    /// <summary>An id that the compiler gives to a heading's tag.</summary>
    public string? Id { get; set; }

    /// <summary>The attributes of a tag: name in lower case, value with entities decoded.</summary>
    public ImmutableArray<KeyValuePair<string, string>> ReadAttributes()
    {
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var at = 1 + Name.Length;
        while (at < Raw.Length)
        {
            while (at < Raw.Length && (char.IsWhiteSpace(Raw[at]) || Raw[at] is '/' or '>'))
                at++;
            var start = at;
            while (at < Raw.Length && !char.IsWhiteSpace(Raw[at]) && Raw[at] is not ('=' or '>' or '/'))
                at++;
            if (at == start)
            {
                at++;
                continue;
            }
            var name = Raw[start..at].ToLowerInvariant();
            attributes.Add(new(name, ReadValue(ref at)));
        }
        return attributes.ToImmutable();
    }

    private string ReadValue(ref int at)
    {
        var equals = at;
        while (equals < Raw.Length && char.IsWhiteSpace(Raw[equals]))
            equals++;
        if (equals >= Raw.Length || Raw[equals] != '=')
            return "";
        at = equals + 1;
        while (at < Raw.Length && char.IsWhiteSpace(Raw[at]))
            at++;
        if (at >= Raw.Length)
            return "";
        var quote = Raw[at];
        var start = quote is '"' or '\'' ? ++at : at;
        while (at < Raw.Length && (quote is '"' or '\'' ? Raw[at] != quote : !char.IsWhiteSpace(Raw[at]) && Raw[at] != '>'))
            at++;
        return System.Net.WebUtility.HtmlDecode(Raw[start..at++]);
    }
}
