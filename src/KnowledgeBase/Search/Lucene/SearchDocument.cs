using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Search.Lucene;

/// <summary>What one entry of the index is about. Documents of a page follow each other, in the order of the page.</summary>
/// <param name="PageNumber">The number of its page among those of the index.</param>
/// <param name="Page">Its page.</param>
/// <param name="Section">The section; of an issue, the one that its heading opens.</param>
/// <param name="Issue">The issue that its heading is the title of.</param>
internal sealed record SearchDocument(int PageNumber, Page Page, Section Section, KnownIssue? Issue)
{
    public SearchKind Kind => Issue is not null ? SearchKind.Issue : Section.Level == 0 ? SearchKind.Page : SearchKind.Section;

    /// <summary>Percent-encoded, so that it can be followed whatever a folder is called.</summary>
    public string Url => Section.Anchor.Length == 0 ? PagePath.Encode(Page.Route) : $"{PagePath.Encode(Page.Route)}#{Uri.EscapeDataString(Section.Anchor)}";

    /// <summary>Sections of an issue that only hold its labels: they are part of the issue's own document.</summary>
    public ImmutableArray<Section> Parts { get; init; } = [];

    /// <summary>Whether another one gives the same words, wherever its page stands. A page whose text or header was edited has other sections.</summary>
    public bool SaysTheSameAs(SearchDocument other) => ReferenceEquals(Section, other.Section) && Kind == other.Kind && Parts.SequenceEqual(other.Parts, ReferenceEquals);

    /// <summary>What can be found of a site: the pages that visitors can read, cut into sections.</summary>
    public static ImmutableArray<SearchDocument> Of(KnowledgeSnapshot snapshot)
    {
        var issues = snapshot.Issues.ToLookup(issue => issue.Page, StringComparer.Ordinal);
        var documents = ImmutableArray.CreateBuilder<SearchDocument>();
        foreach (var (number, page) in snapshot.Pages.Where(page => page is { IsRoutable: true, Redirect: null }).Index())
            documents.AddRange(Of(page, number, [.. issues[page.Route]]));
        return documents.ToImmutable();
    }

    private static IEnumerable<SearchDocument> Of(Page page, int number, ImmutableArray<KnownIssue> issues)
    {
        var byAnchor = issues.Where(issue => issue.Anchor.Length > 0).DistinctBy(issue => issue.Anchor).ToDictionary(issue => issue.Anchor, StringComparer.Ordinal);
        var labels = issues.SelectMany(issue => issue.Sections).Select(section => section.Anchor).OfType<string>().ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < page.Sections.Length; index++)
        {
            var section = page.Sections[index];
            var issue = byAnchor.GetValueOrDefault(section.Anchor);
            var parts = page.Sections.Skip(index + 1).TakeWhile(next => labels.Contains(next.Anchor));
            if (issue is not null)
                yield return new SearchDocument(number, page, section, issue) { Parts = [.. parts] };
            else if (!labels.Contains(section.Anchor))
                yield return new SearchDocument(number, page, section, null);
        }
    }
}
