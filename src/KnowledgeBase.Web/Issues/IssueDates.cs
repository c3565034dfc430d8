using KnowledgeBase.Content;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Issues;

/// <summary>The order of known issues by the dates of their pages.</summary>
internal static class IssueDates
{
    /// <summary>Newest page first; then what may mean two days, then what has no date. Issues of one page keep its order.</summary>
    public static IEnumerable<KnownIssue> NewestFirst(this IEnumerable<KnownIssue> issues, Func<string, GravDate?> dateOf) => issues
        .Select(issue => (Issue: issue, Date: dateOf(issue.Page)))
        .OrderBy(dated => dated.Date is null ? 2 : dated.Date.Value.IsAmbiguous ? 1 : 0)
        .ThenByDescending(dated => dated.Date?.Value)
        .Select(dated => dated.Issue);
}
