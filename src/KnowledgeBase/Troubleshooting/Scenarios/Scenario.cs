using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Scenarios;

/// <summary>What an author expects of the wizard: some answers, and where they must lead. Immutable.</summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    public required TopicId Topic { get; init; }

    /// <summary>Given when asked; facts without an answer here are answered with "I do not know".</summary>
    public required Answers Answers { get; init; }

    /// <summary>Output that is pasted before the first question; null without.</summary>
    public string? Paste { get; init; }

    public required Expectation Expect { get; init; }

    /// <summary>Answers that name no option, in the author's words; they are not read.</summary>
    public ImmutableArray<UnreadAnswer> Unread { get; init; } = [];

    public required SourceLocation Location { get; init; }
}

/// <summary>An answer of a scenario that could not be read.</summary>
public sealed record UnreadAnswer(string Fact, string Option);

/// <summary>What must come of a scenario; what is null or empty is not looked at. Immutable.</summary>
public sealed record Expectation
{
    /// <summary>Exactly these issues match; null: not looked at.</summary>
    public ImmutableArray<RuleId>? Matches { get; init; }

    /// <summary>Exactly these are possible; null: not looked at.</summary>
    public ImmutableArray<RuleId>? Possible { get; init; }

    /// <summary>These are ruled out, each by these facts at least.</summary>
    public ImmutableArray<ExpectedRuling> RuledOut { get; init; } = [];

    public ImmutableArray<ExpectedSolution> Solutions { get; init; } = [];

    /// <summary><c>match</c>, <c>possible</c>, <c>result</c> (either), <c>fallback</c> or <c>contradiction</c>; null: not looked at.</summary>
    public string? Outcome { get; init; }

    public int? MaxQuestions { get; init; }

    /// <summary>Facts that must not be asked.</summary>
    public ImmutableArray<FactId> NotAsked { get; init; } = [];

    /// <summary>Facts that must follow of others.</summary>
    public ImmutableArray<FactId> Deduced { get; init; } = [];

    /// <summary>Readers that must not decide.</summary>
    public ImmutableArray<string> Undecided { get; init; } = [];
}

/// <summary>An issue that must be ruled out, and by what.</summary>
public sealed record ExpectedRuling(RuleId Issue, ImmutableArray<FactId> By);

/// <summary>What must be said of a solution.</summary>
public sealed record ExpectedSolution(RuleId Issue, string Solution, SolutionStatus Status);
