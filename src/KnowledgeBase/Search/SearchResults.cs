using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using KnowledgeBase.Content;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Search;

/// <summary>Answers to a question, best first. Immutable.</summary>
public sealed record SearchResults
{
    /// <summary>How many there are in all, those on other pages of results included.</summary>
    public required int Total { get; init; }

    public required ImmutableArray<SearchHit> Hits { get; init; }

    /// <summary>The question with unknown words corrected; null where there is nothing to correct.</summary>
    public required string? Correction { get; init; }

    /// <summary>Counts for narrowing; empty unless asked for.</summary>
    public required ImmutableArray<SearchFacet> Facets { get; init; }
}

/// <summary>A section that answers.</summary>
/// <param name="Url">Route, and anchor where it is not the page itself; percent-encoded.</param>
/// <param name="Title">The heading.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Page">Its page.</param>
/// <param name="Above">The headings that it stands under, outermost first.</param>
/// <param name="Issue">The known issue, of a result of that kind.</param>
/// <param name="Snippet">What of it speaks of the question.</param>
/// <param name="Score">Comparable within one question only.</param>
public sealed record SearchHit(string Url, string Title, SearchKind Kind, Page Page, ImmutableArray<string> Above, KnownIssue? Issue, Snippet Snippet, double Score);

/// <summary>A piece of text with the words that were looked for marked.</summary>
/// <param name="Parts">Text that follows each other; together they are the whole snippet.</param>
public sealed record Snippet(ImmutableArray<SnippetPart> Parts)
{
    public static readonly Snippet Empty = new([]);

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The snippet as HTML: text is encoded here and nowhere else, words that were looked for stand in <c>mark</c>; there is no other element.</summary>
    public string ToHtml() => string.Concat(Parts.Select(part => part.IsMatch ? $"<mark>{Encoder.Encode(part.Text)}</mark>" : Encoder.Encode(part.Text)));

    /// <summary>The text without marks.</summary>
    public override string ToString() => string.Concat(Parts.Select(part => part.Text));
}

/// <param name="Text">Plain text.</param>
/// <param name="IsMatch">Whether it was looked for.</param>
public readonly record struct SnippetPart(string Text, bool IsMatch);

/// <summary>What results can be narrowed by.</summary>
public enum SearchFacetKind
{
    Kind,
    Section,
    Page,
    Region,
    SolutionState,
    Tag,
}

/// <summary>A property of the results with its values.</summary>
/// <param name="Kind">Which property.</param>
/// <param name="Values">Most frequent first; each with the number of results that choosing it alone would leave, the other filters considered.</param>
public sealed record SearchFacet(SearchFacetKind Kind, ImmutableArray<SearchFacetValue> Values);

/// <param name="Value">As in the address.</param>
/// <param name="Count">Results.</param>
/// <param name="IsChosen">The question is narrowed to it.</param>
public sealed record SearchFacetValue(string Value, int Count, bool IsChosen);
