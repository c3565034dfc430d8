using System.Collections.Immutable;
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
public sealed record IssueSection
{
    /// <summary>Without its colon.</summary>
    public required string Label { get; init; }

    /// <summary>What the label means.</summary>
    public required IssueSectionKind Kind { get; init; }

    /// <summary>The heading's id where the label is a heading, null where it is bold text.</summary>
    public string? Anchor { get; init; }

    /// <summary>From the label to the next one.</summary>
    public required RichText Content { get; init; }

    /// <summary>Of a section of solutions or workarounds: what it offers; empty where it says that there is none.</summary>
    public ImmutableArray<Solution> Solutions { get; init; } = [];

    /// <summary>What stands above a list of alternatives and announces it.</summary>
    public RichText? Introduction { get; init; }

    /// <summary>What stands below a list of alternatives and concerns more than one of them.</summary>
    public RichText? Notes { get; init; }
}
