using System.Collections.Immutable;
using KnowledgeBase.Search;

namespace KnowledgeBase.Export;

/// <summary>Answers to a question as scripts see them. Names and shapes are a contract.</summary>
/// <param name="Query">As asked.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Results">The wanted part of them, best first.</param>
/// <param name="Suggestion">The question with unknown words corrected, null where there is nothing to correct.</param>
public sealed record SearchDocument(string Query, int Total, ImmutableArray<SearchHitDocument> Results, string? Suggestion)
{
    public static SearchDocument Of(SearchQuery query, SearchResults results) =>
        new(query.Text, results.Total, [.. results.Hits.Select(SearchHitDocument.Of)], results.Correction);
}

/// <summary>A section that answers.</summary>
/// <param name="Url">Route, and anchor where it is not the page itself.</param>
/// <param name="Title">The heading.</param>
/// <param name="PageTitle">The title of its page.</param>
/// <param name="Kind"><c>page</c>, <c>section</c> or <c>issue</c>.</param>
/// <param name="Snippet">HTML: encoded text with the words that were looked for in <c>&lt;mark&gt;</c>.</param>
/// <param name="Score">Comparable within one question only.</param>
public sealed record SearchHitDocument(string Url, string Title, string PageTitle, string Kind, string Snippet, double Score)
{
    public static SearchHitDocument Of(SearchHit hit) => new(
        hit.Url, hit.Title, hit.Page.Title, NameOf(hit.Kind), hit.Snippet.ToHtml(), hit.Score);

    public static string NameOf(SearchKind kind) => kind switch { SearchKind.Page => "page", SearchKind.Section => "section", _ => "issue" };
}
