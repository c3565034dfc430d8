namespace KnowledgeBase.Content;

/// <summary>
/// Bounds on what one page may cost. Markdown parsers have quadratic corners (unclosed links, set-ext headings) that an author reaches by accident
/// and an attacker on purpose; all but the last depend on the text alone, so that the same files give the same result.
/// </summary>
public sealed record ContentLimits
{
    public static ContentLimits Default { get; } = new();

    /// <summary>Bytes of a text file that are read; the rest is cut off at a line end. Default 4 MiB.</summary>
    public int FileBytes { get; init; } = 4 << 20;

    /// <summary>Text files that are read; those beyond, in the order of their paths, are left out. Default 100,000.</summary>
    public int Files { get; init; } = 100_000;

    /// <summary>Characters of a page's body that are parsed; the rest is cut off at a line end. Default 1.5 Mi.</summary>
    public int BodyCharacters { get; init; } = 3 << 19;

    /// <summary>Estimated steps of a body's dearest constructs. Default 100 million, some tenths of a second.</summary>
    public long Steps { get; init; } = 100_000_000;

    /// <summary>
    /// Characters of what is written once and appears wherever it is named: the addresses and titles of link definitions, and abbreviations. Default 4 Mi.
    /// </summary>
    public int RepeatedCharacters { get; init; } = 4 << 20;

    /// <summary>Characters of a link's attributes, or of an image's actions, that are read; the rest is left out. Default 1,024.</summary>
    public int ActionCharacters { get; init; } = 1024;

    /// <summary>Open HTML elements in one page. Default 100.</summary>
    public int HtmlDepth { get; init; } = 100;

    /// <summary>
    /// The last resort, in wall time: a page that is not parsed by then is shown as its source. Reached only by constructs that the other bounds do not
    /// know. Default 10 s.
    /// </summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);
}
