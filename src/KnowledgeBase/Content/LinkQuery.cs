using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Content;

/// <summary>
/// Grav's use of a target's query: attributes of a link (<c>?classes=btn&amp;id=x</c>), actions of an image (<c>?resize=100,50&amp;lightbox</c>). Images are
/// never recomputed here: sizes become attributes, everything that only changes pixels is ignored.
/// </summary>
internal static partial class LinkQuery
{
    /// <summary>Splits a query into what stays in the address and what becomes an attribute.</summary>
    /// <param name="query">What stands behind the question mark.</param>
    /// <param name="kind">Whether it is a link's or an image's.</param>
    /// <param name="isMedia">Whether it leads to a file of the site.</param>
    /// <param name="most">Characters of actions that are read; the action that goes beyond, and those behind it, are left out.</param>
    public static Parts Split(string query, LinkKind kind, bool isMedia, int most)
    {
        if (query.Length == 0)
            return new Parts("", [], IsCut: false);
        var rest = new List<string>();
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var characters = 0L;
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var isAction = kind == LinkKind.Image && isMedia;
            if (!isAction && !IsLinkAttribute(pair))
                rest.Add(pair);
            else if ((characters += pair.Length) <= most)
                attributes.AddRange(Attributes(pair, isAction));
        }
        return new Parts(string.Join('&', rest), attributes.ToImmutable(), characters > most);
    }

    /// <param name="Query">What stays in the address.</param>
    /// <param name="Attributes">What becomes an attribute.</param>
    /// <param name="IsCut">Whether some of the actions were too many to be read.</param>
    public sealed record Parts(string Query, ImmutableArray<KeyValuePair<string, string>> Attributes, bool IsCut);

    private static bool IsLinkAttribute(string pair) => pair.Split('=', 2)[0] is "class" or "classes" or "id" or "rel" or "target";

    private static IEnumerable<KeyValuePair<string, string>> Attributes(string pair, bool isImage)
    {
        var (key, value) = Cut(pair);
        return isImage ? ImageAttributes(key, value) : LinkAttributes(key, value);
    }

    private static (string Key, string Value) Cut(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (pair, "") : (pair[..equals], PagePath.Decode(pair[(equals + 1)..].Replace('+', ' ')));
    }

    private static IEnumerable<KeyValuePair<string, string>> LinkAttributes(string key, string value) => key switch
    {
        "class" or "classes" => Class(value),
        "id" when Name().IsMatch(value) => [new("id", value)],
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, string>> ImageAttributes(string key, string value) => key switch
    {
        "classes" or "class" => Class(value),
        "id" when Name().IsMatch(value) => [new("id", value)],
        "width" or "height" when Size(value) is { } size => [new(key, size)],
        "resize" or "cropResize" or "forceResize" or "cropZoom" or "zoomCrop" or "cropresize" or "cropzoom" => Sizes(value),
        "loading" when value is "lazy" or "eager" => [new("loading", value)],
        "decoding" when value is "async" or "sync" or "auto" => [new("decoding", value)],
        "lightbox" or "link" => [new(WrapInLink, "")],
        _ => [],
    };

    /// <summary>Not an attribute: the image is wrapped in a link to its file.</summary>
    public const string WrapInLink = "(link)";

    private static IEnumerable<KeyValuePair<string, string>> Class(string value)
    {
        var names = value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Where(name => Name().IsMatch(name));
        return string.Join(' ', names) is { Length: > 0 } joined ? [new("class", joined)] : [];
    }

    private static IEnumerable<KeyValuePair<string, string>> Sizes(string value)
    {
        var parts = value.Split(',', StringSplitOptions.TrimEntries);
        if (Size(parts[0]) is { } width)
            yield return new("width", width);
        if (parts.Length > 1 && Size(parts[1]) is { } height)
            yield return new("height", height);
    }

    private static string? Size(string value) =>
        int.TryParse(value.Replace("px", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and < 10_000
            ? size.ToString(CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^[A-Za-z][\w-]*$")]
    private static partial Regex Name();
}
