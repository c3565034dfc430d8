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
    public static (string Query, ImmutableArray<KeyValuePair<string, string>> Attributes) Split(string query, LinkKind kind, bool isMedia)
    {
        if (query.Length == 0)
            return ("", []);
        var rest = new List<string>();
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Cut(pair);
            if (kind == LinkKind.Image && isMedia)
                attributes.AddRange(ImageAttributes(key, value));
            else if (key is "class" or "classes" or "id" or "rel" or "target")
                attributes.AddRange(LinkAttributes(key, value));
            else
                rest.Add(pair);
        }
        return (string.Join('&', rest), attributes.ToImmutable());
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
