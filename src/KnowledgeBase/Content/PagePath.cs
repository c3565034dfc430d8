using System.Globalization;

namespace KnowledgeBase.Content;

/// <summary>Grav's rules for folder names and the routes made of them.</summary>
internal static class PagePath
{
    /// <summary>Length of an order prefix (<c>04.</c>), 0 without one. <c>25-dash</c>, <c>22</c> and <c>ubuntu-14.04</c> have none.</summary>
    public static int PrefixLength(ReadOnlySpan<char> name)
    {
        var digits = 0;
        while (digits < name.Length && char.IsAsciiDigit(name[digits]))
            digits++;
        return digits > 0 && digits < name.Length && name[digits] == '.' ? digits + 1 : 0;
    }

    /// <summary>The name without its order prefix: <c>24.1.dotted</c> is <c>1.dotted</c>.</summary>
    public static string WithoutPrefix(string name) => name[PrefixLength(name)..];

    /// <summary>Whether the folder is a module: part of its parent's page, without a route of its own.</summary>
    public static bool IsModule(string name) => name.AsSpan(PrefixLength(name)) is ['_', ..];

    /// <summary>Sibling order: prefixed folders by number, then by name; then the others by name. Deterministic for every pair of names.</summary>
    public static int Compare(string left, string right)
    {
        var (leftPrefix, rightPrefix) = (PrefixLength(left), PrefixLength(right));
        if (leftPrefix == 0 != (rightPrefix == 0))
            return leftPrefix == 0 ? 1 : -1;
        var byNumber = CompareNumbers(left.AsSpan(0, Math.Max(leftPrefix - 1, 0)), right.AsSpan(0, Math.Max(rightPrefix - 1, 0)));
        if (byNumber != 0)
            return byNumber;
        var byName = string.CompareOrdinal(left[leftPrefix..].ToLowerInvariant(), right[rightPrefix..].ToLowerInvariant());
        return byName != 0 ? byName : string.CompareOrdinal(left, right);
    }

    /// <summary>The folder above, null above the root.</summary>
    public static string? Parent(string folder) =>
        folder.Length == 0 ? null : folder.LastIndexOf('/') is var slash and >= 0 ? folder[..slash] : "";

    /// <summary>The last part of a path.</summary>
    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Joins a route and a part: <c>/</c> and <c>a</c> give <c>/a</c>.</summary>
    public static string Join(string route, string part) => route is "/" or "" ? "/" + part : route + "/" + part;

    /// <summary>The route as a URL path: every part percent-encoded, slashes kept.</summary>
    public static string Encode(string route)
    {
        if (IsPlain(route))
            return route;
        return string.Join('/', route.Split('/').Select(Uri.EscapeDataString));
    }

    /// <summary>Percent-decodes a URL path; sequences that are no UTF-8 stay as they are.</summary>
    public static string Decode(string path) =>
        path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;

    /// <summary>A title made of a slug: the first letter upper-cased.</summary>
    public static string TitleOf(string slug) => slug.Length == 0 ? slug : char.ToUpper(slug[0], CultureInfo.InvariantCulture) + slug[1..];

    private static bool IsPlain(string route)
    {
        foreach (var letter in route)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('/' or '-' or '.' or '_' or '~'))
                return false;
        return true;
    }

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
    }
}
