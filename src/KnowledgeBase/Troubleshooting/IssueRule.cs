using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Troubleshooting;

/// <summary>Names an issue within its topic: the key in <c>wizard.yaml</c>.</summary>
public readonly record struct RuleId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>When a known issue is the visitor's, and which of its solutions fit. Immutable.</summary>
public sealed record IssueRule
{
    public required RuleId Id { get; init; }

    /// <summary>The issue as its page states it.</summary>
    public required KnownIssue Known { get; init; }

    public required Condition Condition { get; init; }

    /// <summary>In the order of the page.</summary>
    public required ImmutableArray<SolutionRule> Solutions { get; init; }

    /// <summary>The page says that there is no solution.</summary>
    public bool HasNoSolution { get; init; }

    /// <summary>How often it occurs, compared with the other issues; 1 where nothing is known.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Issues that this one is a special case of: whoever has this one has those too, and that is meant.</summary>
    public ImmutableArray<RuleId> SpecificTo { get; init; } = [];

    public required SourceLocation Location { get; init; }
}

/// <summary>When a solution fits.</summary>
/// <param name="Id">Its name, also the end of its anchor.</param>
/// <param name="Solution">The solution as the page states it.</param>
/// <param name="Condition">Beyond the condition of its issue.</param>
/// <param name="Note">What the page adds below the list and this solution must not be shown without; null without such a note.</param>
/// <param name="IsBound">An entry of <c>wizard.yaml</c> names it; without one nobody knows when it fits, and it never applies for certain.</param>
/// <param name="Location">Where the rule stands.</param>
public sealed record SolutionRule(string Id, Solution Solution, Condition Condition, RichText? Note, bool IsBound, SourceLocation Location);
