using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Components.Controls;

/// <summary>A labelled part of an issue's card. What the card's head says already is not said again.</summary>
internal sealed record IssuePart(string Label, IssueSection Section)
{
    /// <summary>The parts in the order of the page; a problem without a label of its own comes first.</summary>
    public static IEnumerable<IssuePart> Of(KnownIssue issue)
    {
        if (issue.Problem.Html.Length > 0 && issue.Sections.All(section => section.Kind != IssueSectionKind.Problem))
            yield return new IssuePart(Words.Problem, new IssueSection { Label = Words.Problem, Kind = IssueSectionKind.Problem, Content = issue.Problem });
        foreach (var section in issue.Sections.Where(section => IsShown(section, issue)))
            yield return new IssuePart(Words.LabelOf(section), section);
    }

    private static bool IsShown(IssueSection section, KnownIssue issue) => section.Kind switch
    {
        IssueSectionKind.Regions => section.Content.Html.Length > 0 && !issue.AffectsAllRegions && issue.AffectedRegions.IsEmpty,
        IssueSectionKind.AffectedVersions => section.Content.Html.Length > 0 && issue.AffectedVersions.IsEmpty,
        IssueSectionKind.FixedIn or IssueSectionKind.Status or IssueSectionKind.Since => false,
        // An empty part stays where links may lead to its heading.
        _ => section.Content.Html.Length > 0 || section.Anchor is not null,
    };
}
