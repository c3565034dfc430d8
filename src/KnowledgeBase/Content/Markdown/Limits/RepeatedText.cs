using Markdig.Extensions.Abbreviations;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// What a body says once and shows many times. An address of a megabyte that is named a hundred thousand times is one string after parsing, and would be a
/// hundred gigabytes of HTML.
/// </summary>
internal static class RepeatedText
{
    /// <summary>Characters that definitions of links and abbreviations put in the places that name them.</summary>
    public static long Length(MarkdownDocument document, string text) =>
        text.Contains("]:", StringComparison.Ordinal) ? document.Descendants().Sum(Length) : 0;

    private static long Length(MarkdownObject node) => node switch
    {
        LinkInline { Reference: not null } link => (link.Url?.Length ?? 0) + (link.Title?.Length ?? 0),
        AbbreviationInline abbreviation => abbreviation.Abbreviation.Text.Length,
        _ => 0,
    };
}
