using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Issues;

/// <summary>Names one known issue of the knowledge base.</summary>
public readonly record struct IssueId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A problem that is known, with what helps against it, as its page states it. Immutable.</summary>
public sealed record KnownIssue
{
    public required IssueId Id { get; init; }

    /// <summary>The heading's text.</summary>
    public required string Title { get; init; }

    /// <summary>Route of its page.</summary>
    public required string Page { get; init; }

    /// <summary>Id of its heading.</summary>
    public required string Anchor { get; init; }

    /// <summary>Level of its heading, 1 to 6.</summary>
    public required int Level { get; init; }

    public required SourceLocation Location { get; init; }

    /// <summary>What goes wrong; empty where the page does not say.</summary>
    public required RichText Problem { get; init; }

    /// <summary>What stands between heading and first label where a labelled problem follows; null without such text.</summary>
    public required RichText? Introduction { get; init; }

    /// <summary>Names as written; empty where all are affected, and where the page does not say.</summary>
    public required ImmutableArray<string> AffectedRegions { get; init; }

    public required bool AffectsAllRegions { get; init; }

    public required ImmutableArray<string> AffectedVersions { get; init; }

    public required string? FixedIn { get; init; }

    public required string? Status { get; init; }

    public required string? Since { get; init; }

    public required SolutionState SolutionState { get; init; }

    /// <summary>Solutions and workarounds in the order of the page.</summary>
    public required ImmutableArray<Solution> Solutions { get; init; }

    /// <summary>What follows a list of alternatives and concerns more than one of them.</summary>
    public required RichText? Notes { get; init; }

    /// <summary>Every labelled part in the order of the page, those of the solutions included.</summary>
    public required ImmutableArray<IssueSection> Sections { get; init; }

    /// <summary>Inline code verbatim, then the words of code blocks, each once.</summary>
    public required ImmutableArray<string> CodeTokens { get; init; }

    public required ImmutableArray<PageLink> Links { get; init; }

    /// <summary>The taxonomy values of its page.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    public string Url => $"{Page}#{Anchor}";
}
