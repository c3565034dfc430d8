using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Components.Controls;

/// <summary>
/// A known issue as search engines understand it: a question with answers, in the words of schema.org. The words stand as attributes on what readers
/// see. A script with JSON-LD would pass the content security policy, because nobody runs it; but it says every answer a second time, for more than
/// twice the bytes, may come to say something else than the page, and breaks the simple rule that no script stands in a page.
/// </summary>
internal static class Question
{
    public const string PageKind = "https://schema.org/FAQPage";
    public const string Kind = "https://schema.org/Question";
    public const string AnswerKind = "https://schema.org/Answer";

    /// <summary>Only what helps is an answer; without one there is no question for a machine.</summary>
    public static bool IsAnswered(KnownIssue issue) => issue.Solutions.Length > 0;

    /// <summary>The first solution is the one that the page recommends; a question has one accepted answer and any number of others.</summary>
    public static string AnswerProperty(KnownIssue issue, Solution solution) => issue.Solutions[0].Anchor == solution.Anchor ? "acceptedAnswer" : "suggestedAnswer";
}
