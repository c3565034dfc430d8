using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// The one place where HTML from content is made harmless: what holds raw HTML passes through it as a whole after rendering, unless all of that is plain
/// (<see cref="WrittenHtml"/>). The rest consists of what our renderers wrote, who escape all text and check all addresses. Safe to share.
/// </summary>
internal sealed class ContentSanitizer
{
    // Most sites have no raw HTML, and the sanitizer's tables of CSS are large: they do not even load it.
    private readonly Lazy<Func<string, string>> _sanitize = new(Make, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The HTML without anything that is not on the list of <see cref="HtmlTags"/>.</summary>
    public string Sanitize(string html) => _sanitize.Value(html);

    private static Func<string, string> Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(HtmlTags.Allowed, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(HtmlTags.AllowedAttributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(LinkScheme.All, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src", "cite"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        })
        {
            KeepChildNodes = true,
            // No style of an author passes, so that none need be understood: reading CSS would be half of the work.
            HtmlParserFactory = () => new HtmlParser(),
        };
        // The text of a script is no text; everything else that is left out keeps its content.
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (HtmlTags.Opaque.Contains(removing.Tag.LocalName))
                removing.Tag.TextContent = "";
        };
        return html => sanitizer.Sanitize(html);
    }
}
