using System.Collections.Frozen;

namespace KnowledgeBase.Content.Markdown;

/// <summary>The HTML that content may use. One list for the reader of raw HTML, which reports what is left out, and for the sanitizer, which enforces it.</summary>
internal static class HtmlTags
{
    /// <summary>Elements that content may use.</summary>
    public static FrozenSet<string> Allowed { get; } = Set(
        "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure "
        + "footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table "
        + "tbody td tfoot th thead time tr tt u ul var wbr");

    /// <summary>Attributes that content may use, and those that our own renderers write.</summary>
    public static FrozenSet<string> AllowedAttributes { get; } = Set(
        "abbr align alt aria-describedby aria-label aria-labelledby cite class colspan data-kind datetime decoding dir headers height href id lang loading "
        + "name open rel reversed role rowspan scope span src start tabindex title type value width");

    /// <summary>Elements without content.</summary>
    public static FrozenSet<string> Void { get; } = Set("area base br col embed hr img input link meta param source track wbr");

    /// <summary>Inline elements that a parser opens again in every following paragraph when they are left open.</summary>
    public static FrozenSet<string> Formatting { get; } = Set("a b big code em font i nobr s small strike strong tt u");

    /// <summary>Elements whose content is no text for readers and goes with them.</summary>
    public static FrozenSet<string> Opaque { get; } = Set("script style iframe object embed applet template noscript noframes noembed svg math xmp plaintext textarea select audio video canvas head title");

    /// <summary>Other elements of HTML: their tags are left out, their content is shown.</summary>
    private static readonly FrozenSet<string> Other = Set(
        "area base basefont bgsound blink body button data datalist dialog dir fieldset font form frame frameset hgroup html input isindex label legend link main map "
        + "marquee menu meta meter nav nobr optgroup option output param picture progress search slot source spacer track");

    /// <summary>Whether a name is an element of HTML. Anything else in angle brackets is an author's text, such as <c>&lt;your-domain&gt;</c>.</summary>
    public static bool IsKnown(string name) => Allowed.Contains(name) || Opaque.Contains(name) || Other.Contains(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
