using System.Collections.Immutable;
using System.Numerics;

namespace KnowledgeBase.Troubleshooting;

/// <summary>
/// Chooses the next question: of the facts that were not asked and are not known, the one that decides most cubes on average for what it costs to answer;
/// pins first, then score, then the order of the file. First the issues are told apart, then the solutions of those that match. A pure function of the
/// answers, in whole numbers. Immutable; safe to share.
/// </summary>
internal sealed class Interview
{
    // Sets of cubes up to this many words are kept on the stack.
    private const int WordsOnStack = 512;

    private readonly Deduction _deduction;
    private readonly Topic _topic;
    private readonly ImmutableArray<IssueRule> _issues;
    private readonly CubeIndex _issueCubes;
    private readonly CubeIndex _solutionCubes;
    private readonly ImmutableArray<int> _issueOfCube;
    private readonly ImmutableArray<int> _firstCube;
    private readonly ImmutableArray<int> _firstSolutionCube;
    private readonly ImmutableArray<int> _byPin;

    public Interview(Topic topic, Deduction deduction, ImmutableArray<IssueRule> issues)
    {
        _topic = topic;
        _deduction = deduction;
        _issues = issues;
        _issueOfCube = [.. issues.SelectMany((issue, index) => issue.Condition.Cubes.Select(_ => index))];
        _firstCube = Starts(issues, issue => issue.Condition.Cubes.Length);
        _firstSolutionCube = Starts(issues, issue => issue.Solutions.Sum(solution => solution.Condition.Cubes.Length));
        _issueCubes = new CubeIndex(deduction.Facts, [.. issues.SelectMany(issue => issue.Condition.Cubes)], [.. _issueOfCube.Select(issue => issues[issue].Weight)]);
        _solutionCubes = new CubeIndex(
            deduction.Facts,
            [.. issues.SelectMany(issue => issue.Solutions).SelectMany(solution => solution.Condition.Cubes)],
            [.. issues.SelectMany(issue => issue.Solutions.SelectMany(solution => solution.Condition.Cubes.Select(_ => issue.Weight)))]);
        _byPin = [.. Enumerable.Range(0, deduction.Facts.Length).OrderBy(PinOf)];
    }

    public CubeIndex IssueCubes => _issueCubes;

    /// <summary>The issue that each cube of <see cref="IssueCubes"/> belongs to, ascending.</summary>
    public ImmutableArray<int> IssueOfCube => _issueOfCube;

    /// <summary>Position of the next fact to ask, -1 where the interview is over.</summary>
    /// <param name="known">For each fact the options still possible, implications included.</param>
    /// <param name="asked">The facts that have an answer, be it "I do not know".</param>
    /// <param name="questions">How many of them the visitor was asked.</param>
    public int Next(ReadOnlySpan<OptionSet> known, ReadOnlySpan<bool> asked, int questions)
    {
        if (questions >= _topic.MaxQuestions)
            return -1;
        var words = _issueCubes.Words;
        Span<ulong> open = words <= WordsOnStack ? stackalloc ulong[words] : new ulong[words];
        Span<ulong> satisfied = words <= WordsOnStack ? stackalloc ulong[words] : new ulong[words];
        // An issue has a cube at least, so that a set of issues needs no more room.
        Span<ulong> matching = words <= WordsOnStack ? stackalloc ulong[words] : new ulong[words];
        matching.Clear();
        _issueCubes.Alive(known, _deduction.Facts, open);
        open.CopyTo(satisfied);
        _issueCubes.KeepSatisfied(known, _deduction.Facts, satisfied);
        var matches = Match(satisfied, matching);
        var (possible, last) = KeepUndecided(satisfied, matching, open);
        if (!IsFinished(matches, possible) && Best(_issueCubes, known, asked, open) is var fact and >= 0)
            return fact;
        if (matches == 0 && possible == 1)
            Set(matching, last);
        return matches > 0 || possible == 1 ? BestOfSolutions(known, asked, matching) : -1;
    }

    /// <summary>The position of the fact that decides most of one issue's cubes for its cost, -1 where none can be asked.</summary>
    public int BestFor(int issue, ReadOnlySpan<OptionSet> known, ReadOnlySpan<bool> asked)
    {
        var words = _issueCubes.Words;
        Span<ulong> open = words <= WordsOnStack ? stackalloc ulong[words] : new ulong[words];
        open.Clear();
        for (var cube = 0; cube < _issues[issue].Condition.Cubes.Length; cube++)
            if (_issues[issue].Condition.Cubes[cube].Under(known) == Effect.Open)
                Set(open, _firstCube[issue] + cube);
        return Best(_issueCubes, known, asked, open);
    }

    private bool IsFinished(int matches, int possible) => _topic.Finish switch
    {
        FinishPolicy.FirstMatch => matches > 0,
        FinishPolicy.Shortlist shortlist => matches + possible <= shortlist.Issues,
        _ => false,
    };

    private static ImmutableArray<int> Starts(ImmutableArray<IssueRule> issues, Func<IssueRule, int> length)
    {
        var starts = ImmutableArray.CreateBuilder<int>(issues.Length);
        var next = 0;
        foreach (var issue in issues)
        {
            starts.Add(next);
            next += length(issue);
        }
        return starts.MoveToImmutable();
    }

    private static void Set(Span<ulong> words, int bit) => words[bit >> 6] |= 1UL << (bit & 63);

    private static bool IsSet(ReadOnlySpan<ulong> words, int bit) => (words[bit >> 6] >> (bit & 63) & 1) != 0;

    /// <summary>Marks the issues that match and counts them.</summary>
    private int Match(ReadOnlySpan<ulong> satisfied, Span<ulong> matching)
    {
        var (count, last) = (0, -1);
        for (var word = 0; word < satisfied.Length; word++)
        {
            for (var bits = satisfied[word]; bits != 0; bits &= bits - 1)
            {
                var issue = _issueOfCube[word * 64 + BitOperations.TrailingZeroCount(bits)];
                if (issue == last)
                    continue;
                (count, last) = (count + 1, issue);
                Set(matching, issue);
            }
        }
        return count;
    }

    /// <summary>Of the cubes that are alive keeps the open ones of issues that do not match yet; how many issues these are, and the last of them.</summary>
    private (int Count, int Last) KeepUndecided(ReadOnlySpan<ulong> satisfied, ReadOnlySpan<ulong> matching, Span<ulong> alive)
    {
        var (count, last) = (0, -1);
        for (var word = 0; word < alive.Length; word++)
        {
            for (var bits = alive[word] &= ~satisfied[word]; bits != 0; bits &= bits - 1)
            {
                var issue = _issueOfCube[word * 64 + BitOperations.TrailingZeroCount(bits)];
                if (IsSet(matching, issue))
                    alive[word] &= ~(bits & (~bits + 1));
                else if (issue != last)
                    (count, last) = (count + 1, issue);
            }
        }
        return (count, last);
    }

    private int BestOfSolutions(ReadOnlySpan<OptionSet> known, ReadOnlySpan<bool> asked, ReadOnlySpan<ulong> issues)
    {
        var words = _solutionCubes.Words;
        Span<ulong> open = words <= WordsOnStack ? stackalloc ulong[words] : new ulong[words];
        open.Clear();
        for (var word = 0; word < issues.Length; word++)
            for (var bits = issues[word]; bits != 0; bits &= bits - 1)
                OpenSolutions(word * 64 + BitOperations.TrailingZeroCount(bits), known, open);
        return Best(_solutionCubes, known, asked, open);
    }

    private void OpenSolutions(int issue, ReadOnlySpan<OptionSet> known, Span<ulong> open)
    {
        var cube = _firstSolutionCube[issue];
        foreach (var solution in _issues[issue].Solutions)
        {
            var isOpen = solution.Condition.Under(known) == Effect.Open;
            foreach (var one in solution.Condition.Cubes)
            {
                if (isOpen && one.Under(known) == Effect.Open)
                    Set(open, cube);
                cube++;
            }
        }
    }

    private int PinOf(int fact) => _deduction.Facts[fact].Pin ?? int.MaxValue;

    /// <summary>A question and what it is worth: <c>Gain / Cost</c>, without dividing.</summary>
    private readonly record struct Candidate(int Fact, int Pin, long Gain, long Cost)
    {
        public bool IsBetterThan(Candidate other)
        {
            if (Pin != other.Pin)
                return Pin < other.Pin;
            var (mine, its) = ((Int128)Gain * other.Cost, (Int128)other.Gain * Cost);
            return mine != its ? mine > its : Fact < other.Fact;
        }
    }

    private int Best(CubeIndex cubes, ReadOnlySpan<OptionSet> known, ReadOnlySpan<bool> asked, ReadOnlySpan<ulong> open)
    {
        if (!open.ContainsAnyExcept(0UL))
            return -1;
        var options = _deduction.OptionCount;
        Span<long> totals = stackalloc long[known.Length];
        Span<long> kept = options <= WordsOnStack ? stackalloc long[options] : new long[options];
        var gains = new QuestionGain(_deduction, cubes, known, open, totals, kept);
        Candidate? best = null;
        foreach (var fact in _byPin)
        {
            if (best is { } first && PinOf(fact) > first.Pin)
                break;
            if (asked[fact] || known[fact].Count < 2)
                continue;
            var (gain, prior) = gains.Of(fact);
            if (gain <= 0)
                continue;
            var candidate = new Candidate(fact, PinOf(fact), gain, prior * _deduction.Facts[fact].Cost);
            if (best is null || candidate.IsBetterThan(best.Value))
                best = candidate;
        }
        return best?.Fact ?? -1;
    }
}
