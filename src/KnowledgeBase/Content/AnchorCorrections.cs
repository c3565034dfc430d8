using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Content.Markdown;

namespace KnowledgeBase.Content;

/// <summary>
/// Old anchors and what they mean, put right in what was rendered before the headings of other pages were known. One pass over a text, whatever their
/// number. Immutable.
/// </summary>
internal sealed partial class AnchorCorrections
{
    private readonly FrozenDictionary<string, string> _inText;
    private readonly FrozenDictionary<string, string> _inHtml;

    /// <param name="addresses">Address as it was resolved, and as it should be.</param>
    public AnchorCorrections(IEnumerable<KeyValuePair<string, string>> addresses)
    {
        _inText = addresses.DistinctBy(address => address.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        _inHtml = _inText.DistinctBy(address => RenderedUrl.Of(address.Key), StringComparer.Ordinal).ToFrozenDictionary(address => RenderedUrl.Of(address.Key), address => RenderedUrl.Of(address.Value), StringComparer.Ordinal);
    }

    public string InHtml(string html) => _inHtml.Count == 0 ? html : Href().Replace(html, match => "href=\"" + _inHtml.GetValueOrDefault(match.Groups[1].Value, match.Groups[1].Value) + "\"");

    public ReadOnlyMemory<byte> InHtml(ReadOnlyMemory<byte> html) => _inHtml.Count == 0 ? html : Encoding.UTF8.GetBytes(InHtml(Encoding.UTF8.GetString(html.Span)));

    public string InText(string text) => _inText.Count == 0 ? text : Parentheses().Replace(text, match => "(" + _inText.GetValueOrDefault(match.Groups[1].Value, match.Groups[1].Value) + ")");

    public ReadOnlyMemory<byte> InMarkdown(ReadOnlyMemory<byte> text) => _inText.Count == 0 ? text : Encoding.UTF8.GetBytes(InText(Encoding.UTF8.GetString(text.Span)));

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex(@"\(([^()\s]*#[^()\s]*)\)")]
    private static partial Regex Parentheses();
}
