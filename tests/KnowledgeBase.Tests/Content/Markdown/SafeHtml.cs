using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>What a browser makes of a page's HTML, and whether any of it can do harm. It knows nothing of the product's own lists.</summary>
internal static class SafeHtml
{
    private static readonly HashSet<string> Harmful =
        ["script", "iframe", "object", "embed", "style", "svg", "math", "form", "input", "button", "textarea", "select", "base", "meta", "link", "template", "noscript", "frame", "frameset", "applet", "audio", "video"];

    private static readonly HashSet<string> Schemes = ["http", "https", "mailto", "tel", "ftp"];

    public static IEnumerable<IElement> Elements(string html)
    {
        var document = new HtmlParser().ParseDocument($"<!doctype html><title>t</title><body>{html}</body>");
        return document.Body!.QuerySelectorAll("*");
    }

    /// <summary>Every harmful element, attribute and address, for a readable failure.</summary>
    public static string[] Harms(string html) => [.. Elements(html).SelectMany(HarmsOf)];

    private static IEnumerable<string> HarmsOf(IElement element)
    {
        if (Harmful.Contains(element.LocalName.ToLowerInvariant()) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
            yield return $"<{element.LocalName}>";
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcset" or "srcdoc" or "formaction" or "action" or "background" or "ping")
                yield return $"<{element.LocalName} {attribute.Name}>";
            if (attribute.Name is "href" or "src" or "cite" or "poster" or "data" or "xlink:href" && !IsSafe(attribute.Value))
                yield return $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">";
        }
    }

    /// <summary>Anything else before a colon is the beginning of a relative address.</summary>
    private static bool IsScheme(string text) => text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '-' or '.');

    /// <summary>As browsers read addresses: control characters and blanks around, tabs and line ends inside do not count.</summary>
    private static bool IsSafe(string url)
    {
        var seen = string.Concat(url.Where(letter => letter is not ('\t' or '\n' or '\r'))).Trim([.. Enumerable.Range(0, 33).Select(code => (char)code)]);
        var end = seen.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || seen[end] != ':' || !IsScheme(seen[..end]) || Schemes.Contains(seen[..end].ToLowerInvariant());
    }
}
