using KnowledgeBase.Content;

namespace KnowledgeBase.Issues;

/// <summary>What a label says that its text is.</summary>
public enum IssueSectionKind
{
    Problem,
    Solution,
    Workaround,
    Regions,
    Reproduction,
    Background,
    AffectedVersions,
    Affected,
    FixedIn,
    Status,
    Since,

    /// <summary>A label of the author's own; shown as written.</summary>
    Custom,
}

/// <summary>A labelled part of a known issue, as written. Immutable.</summary>
/// <param name="Label">Without its colon.</param>
/// <param name="Kind">What the label means.</param>
/// <param name="Content">From the label to the next one.</param>
public sealed record IssueSection(string Label, IssueSectionKind Kind, RichText Content);
