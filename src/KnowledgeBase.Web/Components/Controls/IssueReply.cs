using KnowledgeBase.Issues;
using KnowledgeBase.Web.Issues;

namespace KnowledgeBase.Web.Components.Controls;

/// <summary>A known issue as plain text for a ticket: what goes wrong in one sentence, and what helps with its commands.</summary>
internal static class IssueReply
{
    public static string Of(KnownIssue issue, Solution? solution)
    {
        var problem = issue.Problem.Text.Length > 0 ? Words.TitleAndProblem(issue.Title, FirstSentence.Of(issue.Problem.Text)) : issue.Title;
        var help = solution?.Plain ?? issue.Sections.FirstOrDefault(IsAboutHelp)?.Content.Text ?? "";
        return $"{problem}\n\n{help}".Trim();
    }

    private static bool IsAboutHelp(IssueSection section) => section.Kind is IssueSectionKind.Solution or IssueSectionKind.Workaround;
}
