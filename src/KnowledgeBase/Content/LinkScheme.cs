using System.Collections.Frozen;

namespace KnowledgeBase.Content;

/// <summary>The one list of URL schemes that content may use.</summary>
internal static class LinkScheme
{
    private static readonly FrozenSet<string> Allowed = new[] { "http", "https", "mailto", "tel", "ftp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> All => Allowed;

    /// <summary>The scheme of an address, empty where it has none. Control characters and blanks before it do not hide it.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> url)
    {
        var colon = url.IndexOf(':');
        if (colon <= 0)
            return [];
        var scheme = url[..colon];
        foreach (var letter in scheme)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '-' or '.') && letter > ' ' && letter != '\u007F')
                return [];
        return scheme.Trim();
    }

    /// <summary>Whether an address has one of the allowed schemes, or is a local one without any.</summary>
    public static bool IsSafe(string url)
    {
        var scheme = Of(url);
        return scheme.IsEmpty || Allowed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(scheme);
    }
}
