using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Components.Controls;

/// <summary>
/// A known issue as search engines understand it: a question with answers, in the words of schema.org. The words stand as attributes on what readers
/// see, because the pages hold no scripts of their own, data or not.
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
