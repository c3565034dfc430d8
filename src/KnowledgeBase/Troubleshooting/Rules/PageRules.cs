using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>What the <c>wizard.yaml</c> of one page says. Conditions count among the facts of the book. Immutable.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Folder">The page's folder.</param>
/// <param name="Topic">The topic that it belongs to.</param>
/// <param name="TopicAt">Where that stands.</param>
/// <param name="Settings">What it says of the topic itself.</param>
/// <param name="Issues">In the order of the file.</param>
/// <param name="Fault">Why the topic cannot be used; null where it can.</param>
internal sealed record PageRules(string File, string Folder, TopicId Topic, SourceLocation TopicAt, TopicSettings Settings, ImmutableArray<IssueRuleDraft> Issues, string? Fault);

/// <summary>The rule of an issue before it meets its page.</summary>
internal sealed record IssueRuleDraft
{
    public required RuleId Id { get; init; }

    public required string Anchor { get; init; }

    public required SourceLocation AnchorAt { get; init; }

    public required Condition Condition { get; init; }

    public required ImmutableArray<SolutionRuleDraft> Solutions { get; init; }

    public required bool HasNoSolution { get; init; }

    public required int Weight { get; init; }

    public required ImmutableArray<RuleId> SpecificTo { get; init; }

    public required SourceLocation Location { get; init; }
}

/// <summary>The rule of a solution before it meets its bullet.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Text">The first words of the bullet.</param>
/// <param name="TextAt">Where they stand.</param>
/// <param name="Note">First words of the note below the list, null without.</param>
/// <param name="NoteAt">Where they stand.</param>
/// <param name="Condition">When it fits.</param>
/// <param name="Location">Where the rule stands.</param>
internal sealed record SolutionRuleDraft(string Id, string Text, SourceLocation TextAt, string? Note, SourceLocation NoteAt, Condition Condition, SourceLocation Location);
