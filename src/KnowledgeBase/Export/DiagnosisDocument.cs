using System.Collections.Immutable;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Export;

/// <summary>What answers mean, as scripts see it. Names and shapes are a contract.</summary>
public sealed record DiagnosisDocument
{
    public DiagnosisDocument(Diagnosis diagnosis, string version)
    {
        Topic = diagnosis.Topic.Id.Value;
        Version = version;
        Canonical = diagnosis.Canonical;
        State = NameOf(diagnosis.State);
        Next = diagnosis.Next is { } next ? new NextDocument(next) : null;
        Answers = [.. diagnosis.Answers.Select(answer => new AnswerDocument(answer))];
        Issues = [.. diagnosis.Issues.Select(issue => new IssueVerdictDocument(issue))];
        Contradiction = diagnosis.Contradiction is { } contradiction
            ? new ContradictionDocument([.. contradiction.Facts.Select(answer => answer.Fact.Id.Value)], contradiction.Because)
            : null;
    }

    public string Topic { get; }

    public string Version { get; }

    /// <summary>Path and query of the page that shows this state.</summary>
    public string Canonical { get; }

    /// <summary><c>question</c>, <c>result</c>, <c>fallback</c> or <c>contradiction</c>.</summary>
    public string State { get; }

    /// <summary>What to ask next; null where the interview is over.</summary>
    public NextDocument? Next { get; }

    public ImmutableArray<AnswerDocument> Answers { get; }

    /// <summary>Matches, then what is possible, then what is ruled out.</summary>
    public ImmutableArray<IssueVerdictDocument> Issues { get; }

    public ContradictionDocument? Contradiction { get; }

    /// <summary>The contract's word for a state.</summary>
    public static string NameOf(DiagnosisState state) => state switch
    {
        DiagnosisState.Question => "question",
        DiagnosisState.Result => "result",
        DiagnosisState.Fallback => "fallback",
        _ => "contradiction",
    };
}

/// <summary>The next question; <see cref="Fact"/> is its key in a query.</summary>
public sealed record NextDocument(string Fact, string Ask, string? Help, string? FindOut, string? Evidence, bool UnknownAllowed, ImmutableArray<OptionDocument> Options)
{
    public NextDocument(Fact fact)
        : this(fact.Id.Value, fact.Ask, fact.Help, fact.FindOut, fact.Evidence, fact.AllowsUnknown, OptionDocument.Of(fact))
    {
    }
}

/// <summary>An answer with where it comes from: <c>said</c>, <c>pasted</c>, <c>deduced</c> or <c>unknown</c>.</summary>
public sealed record AnswerDocument(string Fact, string Option, string? Label, string Source, string? Because)
{
    public AnswerDocument(KnownAnswer answer)
        : this(answer.Fact.Id.Value, (answer.Option?.Id ?? OptionId.Unknown).Value, answer.Option?.Label, NameOf(answer.Source), answer.Because)
    {
    }

    private static string NameOf(AnswerSource source) => source switch
    {
        AnswerSource.Said => "said",
        AnswerSource.Pasted => "pasted",
        AnswerSource.Deduced => "deduced",
        _ => "unknown",
    };
}

/// <summary>What the answers say of one known issue: <c>match</c>, <c>possible</c> or <c>ruledOut</c>.</summary>
public sealed record IssueVerdictDocument(
    string Id, string Title, string Url, string Status, ImmutableArray<ReasonDocument> Because, bool NoSolution, ImmutableArray<SolutionVerdictDocument> Solutions)
{
    public IssueVerdictDocument(IssueVerdict issue)
        : this(
            issue.Rule.Id.Value, issue.Known.Title, issue.Known.Url, NameOf(issue.Status), ReasonDocument.Of(issue.Because), issue.Rule.HasNoSolution,
            [.. issue.Solutions.Select(solution => new SolutionVerdictDocument(solution))])
    {
    }

    private static string NameOf(MatchStatus status) => status switch
    {
        MatchStatus.Match => "match",
        MatchStatus.Possible => "possible",
        _ => "ruledOut",
    };
}

/// <summary>What the answers say of one solution: <c>applies</c>, <c>mayApply</c> or <c>no</c>.</summary>
public sealed record SolutionVerdictDocument(string Id, string Text, string Html, string Status, ImmutableArray<ReasonDocument> Because)
{
    public SolutionVerdictDocument(SolutionVerdict solution)
        : this(solution.Rule.Id, solution.Solution.Content.Text, solution.Solution.Content.Html, NameOf(solution.Status), ReasonDocument.Of(solution.Because))
    {
    }

    private static string NameOf(SolutionStatus status) => status switch
    {
        SolutionStatus.Applies => "applies",
        SolutionStatus.MayApply => "mayApply",
        _ => "no",
    };
}

/// <summary>One line of a condition: the answer that it meets, null where there is none, and its effect: <c>satisfied</c>, <c>open</c> or <c>ruledOut</c>.</summary>
public sealed record ReasonDocument(string Fact, string? Option, string Effect)
{
    internal static ImmutableArray<ReasonDocument> Of(ImmutableArray<Reason> reasons) =>
        [.. reasons.Select(reason => new ReasonDocument(reason.Fact.Id.Value, reason.Known?.Id.Value, NameOf(reason.Effect)))];

    private static string NameOf(Effect effect) => effect switch
    {
        Troubleshooting.Effect.Satisfied => "satisfied",
        Troubleshooting.Effect.Open => "open",
        _ => "ruledOut",
    };
}

/// <summary>Facts whose answers exclude each other, and the rule that says so.</summary>
public sealed record ContradictionDocument(ImmutableArray<string> Facts, string Because);
