using System.Collections.Immutable;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Troubleshooting;

/// <summary>Where an interview stands.</summary>
public enum DiagnosisState
{
    /// <summary>There is one more question worth asking.</summary>
    Question,

    /// <summary>The interview is over; something matches or is possible.</summary>
    Result,

    /// <summary>The interview is over; nothing matches.</summary>
    Fallback,

    /// <summary>Answers exclude each other.</summary>
    Contradiction,
}

/// <summary>What answers mean: a pure reading of the rules of one topic. Immutable.</summary>
public sealed record Diagnosis
{
    public required Topic Topic { get; init; }

    /// <summary>The answers that were given, without those that this topic does not know.</summary>
    public required Answers Given { get; init; }

    public required DiagnosisState State { get; init; }

    /// <summary>The question to ask; null where the interview is over.</summary>
    public required Fact? Next { get; init; }

    /// <summary>Answers given and deduced, in the order of the facts.</summary>
    public required ImmutableArray<KnownAnswer> Answers { get; init; }

    /// <summary>Every issue of the topic: matches (more lines first), possible (fewer open lines first), ruled out; then in page order. Empty in a contradiction.</summary>
    public required ImmutableArray<IssueVerdict> Issues { get; init; }

    /// <summary>Null where the answers fit together.</summary>
    public required Contradiction? Contradiction { get; init; }

    /// <summary>Path and query of the page that shows this state: the next question, or the result.</summary>
    public required string Canonical { get; init; }

    /// <summary>Path and query of the result for these answers, whatever could still be asked.</summary>
    public required string ResultPath { get; init; }

    public IEnumerable<IssueVerdict> Matches => Issues.Where(issue => issue.Status == MatchStatus.Match);

    public IEnumerable<IssueVerdict> Possible => Issues.Where(issue => issue.Status == MatchStatus.Possible);

    public IEnumerable<IssueVerdict> RuledOut => Issues.Where(issue => issue.Status == MatchStatus.RuledOut);

    /// <summary>Issues whose solutions did not help, whatever the answers say of them.</summary>
    public IEnumerable<IssueVerdict> Tried
    {
        get
        {
            var tried = Given.Tried.ToHashSet();
            return tried.Count == 0 ? [] : Issues.Where(issue => tried.Contains(issue.Rule.Id));
        }
    }

    /// <summary>
    /// The issue to try next: it matches or is possible, has solutions, and was not tried. Null where there is none, or where a link remembers no more.
    /// </summary>
    public IssueVerdict? ToTry => Given.Tried.Length >= AnswerLinks.MostTried ? null
        : Untried(MatchStatus.Match).Concat(Untried(MatchStatus.Possible)).FirstOrDefault(issue => issue.Solutions.Length > 0);

    /// <summary>Issues of one status that were not tried.</summary>
    public IEnumerable<IssueVerdict> Untried(MatchStatus status)
    {
        var tried = Given.Tried.ToHashSet();
        return Issues.Where(issue => issue.Status == status && !tried.Contains(issue.Rule.Id));
    }
}

/// <summary>An answer with where it comes from.</summary>
/// <param name="Fact">What was asked.</param>
/// <param name="Option">The option, null where the visitor does not know.</param>
/// <param name="Source">Said, pasted, deduced or unknown.</param>
/// <param name="Because">Why it follows, for a deduced one; else null.</param>
public sealed record KnownAnswer(Fact Fact, Option? Option, AnswerSource Source, string? Because);

/// <summary>Answers that exclude each other.</summary>
/// <param name="Facts">The answers of which one must change, in the order of the facts; one more or less of them, and they would fit.</param>
/// <param name="Because">The rule that forbids them, a sentence.</param>
public sealed record Contradiction(ImmutableArray<KnownAnswer> Facts, string Because);

public enum MatchStatus
{
    /// <summary>The answers are those of this issue.</summary>
    Match,

    /// <summary>They do not exclude it.</summary>
    Possible,

    /// <summary>They exclude it.</summary>
    RuledOut,
}

/// <summary>What the answers say of one known issue.</summary>
public sealed record IssueVerdict
{
    public required IssueRule Rule { get; init; }

    public required MatchStatus Status { get; init; }

    /// <summary>
    /// Of a match the lines of the cube that holds; of a possible issue those of its most advanced cube, the open ones among them; of one that is ruled out
    /// every line that excludes it.
    /// </summary>
    public required ImmutableArray<Reason> Because { get; init; }

    /// <summary>The one check that brings a possible issue furthest; null for the others.</summary>
    public Fact? Decider => DeciderWhenAsked?.Value;

    /// <summary>Of thousands of possible issues a page shows a few.</summary>
    internal Lazy<Fact?>? DeciderWhenAsked { get; init; }

    /// <summary>In the order of the page.</summary>
    public required ImmutableArray<SolutionVerdict> Solutions { get; init; }

    public KnownIssue Known => Rule.Known;

    /// <summary>Answers that a possible issue still needs, at least.</summary>
    public int Missing => Because.Count(reason => reason.Effect == Effect.Open);
}

public enum SolutionStatus
{
    /// <summary>It fits the answers, and its issue matches.</summary>
    Applies,

    /// <summary>It may fit.</summary>
    MayApply,

    /// <summary>It does not fit.</summary>
    No,
}

/// <summary>What the answers say of one solution.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Status">Whether it fits.</param>
/// <param name="Because">As of an issue; empty for a solution without a condition of its own whose issue matches.</param>
public sealed record SolutionVerdict(SolutionRule Rule, SolutionStatus Status, ImmutableArray<Reason> Because)
{
    public Solution Solution => Rule.Solution;
}

/// <summary>One line of a condition beside what is known of its fact.</summary>
/// <param name="Fact">What the line is about.</param>
/// <param name="Needed">The options under which it holds.</param>
/// <param name="Known">The answer; null where several options are still possible.</param>
/// <param name="Source">Where the answer comes from; null where there is none.</param>
/// <param name="Effect">What it means for the condition.</param>
public sealed record Reason(Fact Fact, ImmutableArray<Option> Needed, Option? Known, AnswerSource? Source, Effect Effect)
{
    /// <summary>The line in the visitor's words, one or two sentences.</summary>
    public string Sentence => Effect switch
    {
        Effect.Satisfied => $"{Fact.Ask} {Answered}",
        Effect.Open => $"Depends on: {Fact.Ask} It needs: {NeededLabels}.",
        _ => $"It needs: {NeededLabels}. {Answered}",
    };

    /// <summary>The options that would do, as a list of labels.</summary>
    public string NeededLabels => string.Join(" or ", Needed.Select(option => option.Label));

    private string Answered => (Known, Source) switch
    {
        ({ } option, AnswerSource.Pasted) => $"Pasted output says: {option.Label}.",
        ({ } option, AnswerSource.Deduced) => $"Worked out: {option.Label}.",
        ({ } option, _) => $"You said: {option.Label}.",
        _ => "Worked out from other answers.",
    };
}

/// <summary>What choosing an option would change.</summary>
/// <param name="Option">The option; null for "I do not know".</param>
/// <param name="Contradicts">It cannot be true together with the other answers.</param>
/// <param name="Leaves">Issues that would match or stay possible.</param>
/// <param name="Matches">Those among them that would match.</param>
/// <param name="RulesOut">Issues that are a match or possible without this answer, and would be no longer.</param>
public sealed record OptionEffect(Option? Option, bool Contradicts, ImmutableArray<IssueRule> Leaves, ImmutableArray<IssueRule> Matches, ImmutableArray<IssueRule> RulesOut);
