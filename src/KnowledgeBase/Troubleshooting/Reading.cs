using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting;

/// <summary>The answers of one interview read with the rules of a topic: what is known, and what follows. Made for one diagnosis and dropped.</summary>
internal sealed class Reading
{
    private readonly Troubleshooter _rules;
    private readonly Answers _answers;
    private readonly Answer?[] _given;
    private readonly OptionSet[] _known;
    private readonly int[] _why;

    public Reading(Troubleshooter rules, Answers answers)
    {
        _rules = rules;
        _given = new Answer?[rules.Facts.Length];
        _known = rules.Deduction.Everything();
        _why = new int[rules.Facts.Length];
        Array.Fill(_why, -1);
        foreach (var answer in answers.Given)
            Take(answer);
        _answers = answers with { Undecided = [.. rules.Readers.Select(reader => reader.Id).Where(answers.Undecided.Contains)] };
        IsContradictory = !rules.Deduction.Close(_known, _why);
    }

    public bool IsContradictory { get; }

    /// <summary>For each fact the options still possible.</summary>
    public ReadOnlySpan<OptionSet> Known => _known;

    private void Take(Answer answer)
    {
        var fact = _rules.PositionOf(answer.Fact);
        if (fact < 0)
            return;
        if (answer.Option is not { } option)
        {
            if (_rules.Facts[fact].AllowsUnknown)
                _given[fact] = answer with { IsPasted = false };
            return;
        }
        var index = _rules.Facts[fact].IndexOf(option);
        if (index < 0)
            return;
        _given[fact] = answer;
        _known[fact] = OptionSet.Of(index);
    }

    public Fact? Next()
    {
        if (IsContradictory)
            return null;
        var asked = Array.ConvertAll(_given, answer => answer is not null);
        var next = _rules.Interview.Next(_known, asked, _given.Count(answer => answer is { IsPasted: false }));
        return next < 0 ? null : _rules.Facts[next];
    }

    /// <summary>The status of each issue, in the order of the rules; empty in a contradiction.</summary>
    public ImmutableArray<MatchStatus> Standing() =>
        IsContradictory ? [] : [.. _rules.Issues.Select(issue => StatusOf(issue.Condition.Under(_known)))];

    /// <summary>Whether knowing a fact could decide something.</summary>
    public bool IsUseful(int fact)
    {
        if (IsContradictory || _given[fact]?.Option is not null || _known[fact].Count < 2)
            return false;
        foreach (var issue in _rules.Issues)
        {
            var status = issue.Condition.Under(_known);
            if (status == Effect.Open && issue.Condition.Cubes.Any(cube => Tests(cube, fact)))
                return true;
            if (status != Effect.RuledOut && issue.Solutions.Any(solution => solution.Condition.Cubes.Any(cube => Tests(cube, fact))))
                return true;
        }
        return false;
    }

    private bool Tests(Cube cube, int fact) => cube.Under(_known) == Effect.Open && cube.Literals.Any(literal => literal.Fact == fact);

    /// <summary>What visitors with these answers would be shown: matches, then what is possible; without the issues that are ruled out.</summary>
    public ImmutableArray<IssueVerdict> Outcomes() => IsContradictory ? [] : Ordered(_rules.Issues.Index().Where(pair => pair.Item.Condition.Under(_known) != Effect.RuledOut));

    public Diagnosis Diagnose()
    {
        var next = Next();
        var given = _answers.Keep(_given.OfType<Answer>());
        var issues = IsContradictory ? [] : Ordered(_rules.Issues.Index());
        return new Diagnosis
        {
            Topic = _rules.Topic,
            Given = given,
            State = StateOf(next, issues),
            Next = next,
            Answers = Answered(),
            Issues = issues,
            Contradiction = IsContradictory ? ContradictionOf() : null,
            Canonical = next is null ? _rules.Links.ToResult(given) : _rules.Links.ToQuestion(next.Id, given),
            ResultPath = _rules.Links.ToResult(given),
        };
    }

    private DiagnosisState StateOf(Fact? next, ImmutableArray<IssueVerdict> issues)
    {
        if (IsContradictory)
            return DiagnosisState.Contradiction;
        if (next is not null)
            return DiagnosisState.Question;
        return issues.Any(issue => issue.Status != MatchStatus.RuledOut) ? DiagnosisState.Result : DiagnosisState.Fallback;
    }

    private static MatchStatus StatusOf(Effect effect) => effect switch
    {
        Effect.Satisfied => MatchStatus.Match,
        Effect.Open => MatchStatus.Possible,
        _ => MatchStatus.RuledOut,
    };

    private ImmutableArray<KnownAnswer> Answered() =>
        [.. Enumerable.Range(0, _given.Length).Select(AnswerTo).OfType<KnownAnswer>()];

    private KnownAnswer? AnswerTo(int index)
    {
        var fact = _rules.Facts[index];
        if (_given[index] is { Option: { } option, IsPasted: var isPasted })
            return new KnownAnswer(fact, fact.Options[fact.IndexOf(option)], isPasted ? AnswerSource.Pasted : AnswerSource.Said, null);
        if (!IsContradictory && _known[index].Only is var single and >= 0 && fact.Options.Length > 1)
            return new KnownAnswer(fact, fact.Options[single], AnswerSource.Deduced, _why[index] >= 0 ? _rules.Implications[_why[index]].Because : null);
        return _given[index] is null ? null : new KnownAnswer(fact, null, AnswerSource.Unknown, null);
    }

    private ImmutableArray<IssueVerdict> Ordered(IEnumerable<(int Index, IssueRule Rule)> issues) =>
    [
        .. issues.Select(pair => Judge(pair.Rule, pair.Index)).OrderBy(verdict => verdict.Status)
            .ThenBy(verdict => verdict.Status switch { MatchStatus.Match => -verdict.Because.Length, MatchStatus.Possible => verdict.Missing, _ => 0 }),
    ];

    private IssueVerdict Judge(IssueRule rule, int index)
    {
        var status = StatusOf(rule.Condition.Under(_known));
        var because = ReasonsOf(rule.Condition);
        return new IssueVerdict
        {
            Rule = rule,
            Status = status,
            Because = because,
            DeciderWhenAsked = status == MatchStatus.Possible ? new Lazy<Fact?>(() => DeciderOf(index, because)) : null,
            Solutions = [.. rule.Solutions.Select(solution => Judge(solution, status, because))],
        };
    }

    private SolutionVerdict Judge(SolutionRule rule, MatchStatus issue, ImmutableArray<Reason> because)
    {
        var own = rule.Condition.Under(_known);
        if (issue == MatchStatus.RuledOut)
            return new SolutionVerdict(rule, SolutionStatus.No, because);
        if (own == Effect.RuledOut)
            return new SolutionVerdict(rule, SolutionStatus.No, ReasonsOf(rule.Condition));
        var status = own == Effect.Satisfied && issue == MatchStatus.Match && rule.IsBound ? SolutionStatus.Applies : SolutionStatus.MayApply;
        return new SolutionVerdict(rule, status, issue == MatchStatus.Match || own == Effect.Open ? ReasonsOf(rule.Condition) : [.. because.Where(reason => reason.Effect == Effect.Open)]);
    }

    /// <summary>The open line that was not asked yet, then the cheapest; what was answered with "I do not know" remains worth finding out.</summary>
    private Fact? DeciderOf(int index, ImmutableArray<Reason> because)
    {
        var asked = Array.ConvertAll(_given, answer => answer is not null);
        var open = because.Where(reason => reason.Effect == Effect.Open).Select(reason => reason.Fact).ToList();
        if (open.Count == 1)
            return open[0];
        return _rules.Interview.BestFor(index, _known, asked) is var best and >= 0
            ? _rules.Facts[best]
            : open.OrderBy(fact => fact.Cost).ThenBy(fact => _rules.PositionOf(fact.Id)).FirstOrDefault();
    }

    private ImmutableArray<Reason> ReasonsOf(Condition condition) => condition.Under(_known) switch
    {
        Effect.RuledOut => ReasonsAgainst(condition),
        Effect.Satisfied => ReasonsOf(BestOf(condition, Effect.Satisfied, cube => -cube.Literals.Length)),
        _ => ReasonsOf(BestOf(condition, Effect.Open, OpenLines)),
    };

    private ImmutableArray<Reason> ReasonsOf(Cube cube)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>(cube.Literals.Length);
        foreach (var literal in cube.Literals)
            reasons.Add(ReasonOf(literal));
        return reasons.MoveToImmutable();
    }

    /// <summary>Every line that cannot hold, the first one of each fact.</summary>
    private ImmutableArray<Reason> ReasonsAgainst(Condition condition)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (var cube in condition.Cubes)
        {
            foreach (var literal in cube.Literals)
            {
                if (_known[literal.Fact].Overlaps(literal.Allowed))
                    continue;
                var fact = _rules.Facts[literal.Fact].Id;
                var isTold = false;
                for (var index = 0; index < reasons.Count && !isTold; index++)
                    isTold = reasons[index].Fact.Id == fact;
                if (!isTold)
                    reasons.Add(ReasonOf(literal));
            }
        }
        return reasons.DrainToImmutable();
    }

    /// <summary>Of the cubes with an effect the first with the least of a number.</summary>
    private Cube BestOf(Condition condition, Effect effect, Func<Cube, int> number)
    {
        var (best, least) = (condition.Cubes[0], int.MaxValue);
        foreach (var cube in condition.Cubes)
            if (cube.Under(_known) == effect && number(cube) is var one && one < least)
                (best, least) = (cube, one);
        return best;
    }

    private int OpenLines(Cube cube)
    {
        var open = 0;
        foreach (var literal in cube.Literals)
            if (!_known[literal.Fact].IsWithin(literal.Allowed))
                open++;
        return open;
    }

    private Reason ReasonOf(Literal literal)
    {
        var fact = _rules.Facts[literal.Fact];
        var known = _known[literal.Fact];
        var effect = !known.Overlaps(literal.Allowed) ? Effect.RuledOut : known.IsWithin(literal.Allowed) ? Effect.Satisfied : Effect.Open;
        var needed = ImmutableArray.CreateBuilder<Option>(literal.Allowed.Count);
        foreach (var option in literal.Allowed)
            needed.Add(fact.Options[option]);
        AnswerSource? source = _given[literal.Fact] switch
        {
            { Option: not null, IsPasted: true } => AnswerSource.Pasted,
            { Option: not null } => AnswerSource.Said,
            _ when known != fact.All => AnswerSource.Deduced,
            { } => AnswerSource.Unknown,
            null => null,
        };
        return new Reason(fact, needed.MoveToImmutable(), known.Only is var single and >= 0 ? fact.Options[single] : null, source, effect);
    }

    /// <summary>A smallest set of answers that exclude each other: without any one of them the rest would fit.</summary>
    private Contradiction ContradictionOf()
    {
        var guilty = Enumerable.Range(0, _given.Length).Where(fact => _given[fact]?.Option is not null).ToList();
        foreach (var fact in guilty.ToList())
        {
            if (!Fits(guilty.Where(other => other != fact), []))
                guilty.Remove(fact);
        }
        var why = new int[_given.Length];
        Array.Fill(why, -1);
        Fits(guilty, why);
        var reasons = why.Where(index => index >= 0).Distinct().Order().Select(index => _rules.Implications[index].Because).Distinct(StringComparer.Ordinal);
        return new Contradiction([.. guilty.Select(AnswerTo).OfType<KnownAnswer>()], string.Join(". ", reasons));
    }

    private bool Fits(IEnumerable<int> facts, Span<int> why)
    {
        var known = _rules.Deduction.Everything();
        foreach (var fact in facts)
            known[fact] = OptionSet.Of(_rules.Facts[fact].IndexOf(_given[fact]!.Value.Option!.Value));
        return _rules.Deduction.Close(known, why);
    }
}
