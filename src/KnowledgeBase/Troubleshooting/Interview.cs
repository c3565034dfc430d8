using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting;

/// <summary>
/// Chooses the next question: of the facts that were not asked and are not known, the one that decides most cubes on average for what it costs to answer;
/// pins first, then score, then the order of the file. First the issues are told apart, then the solutions of those that match. A pure function of the
/// answers, in whole numbers. Immutable; safe to share.
/// </summary>
internal sealed class Interview
{
    private readonly Deduction _deduction;
    private readonly Topic _topic;
    private readonly ImmutableArray<IssueRule> _issues;
    private readonly CubeIndex _issueCubes;
    private readonly CubeIndex _solutionCubes;
    private readonly ImmutableArray<int> _issueOfCube;
    private readonly ImmutableArray<int> _firstCube;
    private readonly ImmutableArray<int> _firstSolutionCube;
    private readonly ImmutableArray<long> _priorSums;

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
        _priorSums = [.. deduction.Facts.Select(fact => fact.Options.Sum(option => (long)option.Prior))];
    }

    public CubeIndex IssueCubes => _issueCubes;

    /// <summary>Position of the next fact to ask, -1 where the interview is over.</summary>
    /// <param name="known">For each fact the options still possible, implications included.</param>
    /// <param name="asked">The facts that have an answer, be it "I do not know".</param>
    /// <param name="questions">How many of them the visitor was asked.</param>
    public int Next(ReadOnlySpan<OptionSet> known, ReadOnlySpan<bool> asked, int questions)
    {
        if (questions >= _topic.MaxQuestions)
            return -1;
        var alive = Alive(_issueCubes, known);
        var satisfied = Satisfied(_issueCubes, known, alive);
        var (open, matches, possible) = Undecided(alive, satisfied);
        if (!IsFinished(matches.Count, possible.Count) && Best(_issueCubes, known, asked, open) is var fact and >= 0)
            return fact;
        var chosen = matches.Count > 0 ? matches : possible.Count == 1 ? possible : [];
        return chosen.Count == 0 ? -1 : Best(_solutionCubes, known, asked, OpenSolutions(chosen, known));
    }

    /// <summary>The position of the fact that decides most of one issue's cubes for its cost, -1 where none can be asked.</summary>
    public int BestFor(int issue, ReadOnlySpan<OptionSet> known, ReadOnlySpan<bool> asked)
    {
        var open = new ulong[_issueCubes.Words];
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

    private static void Set(ulong[] words, int bit) => words[bit >> 6] |= 1UL << (bit & 63);

    private static ulong[] Alive(CubeIndex cubes, ReadOnlySpan<OptionSet> known)
    {
        var words = cubes.Ones();
        for (var fact = 0; fact < known.Length; fact++)
            cubes.KeepAlive(fact, known[fact], words);
        return words;
    }

    private ulong[] Satisfied(CubeIndex cubes, ReadOnlySpan<OptionSet> known, ulong[] alive)
    {
        var words = (ulong[])alive.Clone();
        for (var fact = 0; fact < known.Length; fact++)
            cubes.KeepSatisfied(fact, known[fact], _deduction.Facts[fact].All, words);
        return words;
    }

    /// <summary>The open cubes of issues that do not match yet, the issues that match and those that may.</summary>
    private (ulong[] Open, List<int> Matches, List<int> Possible) Undecided(ulong[] alive, ulong[] satisfied)
    {
        var open = new ulong[alive.Length];
        var (matches, possible) = (new List<int>(), new List<int>());
        var satisfiedIssues = new HashSet<int>();
        for (var word = 0; word < alive.Length; word++)
            for (var bits = satisfied[word]; bits != 0; bits &= bits - 1)
                if (satisfiedIssues.Add(_issueOfCube[word * 64 + System.Numerics.BitOperations.TrailingZeroCount(bits)]))
                    matches.Add(_issueOfCube[word * 64 + System.Numerics.BitOperations.TrailingZeroCount(bits)]);
        for (var word = 0; word < alive.Length; word++)
        {
            for (var bits = alive[word] & ~satisfied[word]; bits != 0; bits &= bits - 1)
            {
                var cube = word * 64 + System.Numerics.BitOperations.TrailingZeroCount(bits);
                if (satisfiedIssues.Contains(_issueOfCube[cube]))
                    continue;
                Set(open, cube);
                if (possible.Count == 0 || possible[^1] != _issueOfCube[cube])
                    possible.Add(_issueOfCube[cube]);
            }
        }
        return (open, matches, possible);
    }

    private ulong[] OpenSolutions(List<int> issues, ReadOnlySpan<OptionSet> known)
    {
        var open = new ulong[_solutionCubes.Words];
        foreach (var issue in issues)
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
        return open;
    }

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

    private int Best(CubeIndex cubes, ReadOnlySpan<OptionSet> known, ReadOnlySpan<bool> asked, ulong[] open)
    {
        if (!open.AsSpan().ContainsAnyExcept(0UL))
            return -1;
        var trial = new Trial(this, cubes, known, open);
        Candidate? best = null;
        for (var fact = 0; fact < known.Length; fact++)
        {
            if (asked[fact] || known[fact].Count < 2)
                continue;
            var pin = _deduction.Facts[fact].Pin ?? int.MaxValue;
            if (best is { } first && pin > first.Pin)
                continue;
            var (gain, prior) = trial.GainOf(fact);
            if (gain <= 0)
                continue;
            var candidate = new Candidate(fact, pin, gain, prior * _deduction.Facts[fact].Cost);
            if (best is null || candidate.IsBetterThan(best.Value))
                best = candidate;
        }
        return best?.Fact ?? -1;
    }

    /// <summary>Tries answers on the open cubes.</summary>
    private readonly ref struct Trial
    {
        private readonly Interview _interview;
        private readonly CubeIndex _cubes;
        private readonly ReadOnlySpan<OptionSet> _known;
        private readonly ulong[] _open;
        private readonly long _before;
        private readonly OptionSet[] _after;
        private readonly ulong[] _alive;
        private readonly ulong[] _satisfied;
        private readonly ulong[] _others;

        public Trial(Interview interview, CubeIndex cubes, ReadOnlySpan<OptionSet> known, ulong[] open)
        {
            _interview = interview;
            _cubes = cubes;
            _known = known;
            _open = open;
            _before = cubes.Weigh(open);
            _after = new OptionSet[known.Length];
            _alive = new ulong[open.Length];
            _satisfied = new ulong[open.Length];
            _others = new ulong[open.Length];
        }

        /// <summary>The cubes decided, times the prior, summed over the options that contradict nothing; and the sum of these priors.</summary>
        public (long Gain, long Prior) GainOf(int fact)
        {
            if (!_interview._deduction.Involves(fact) && !Overlap(_cubes.Testing(fact), _open))
                return (0, 1);
            SatisfyOthers(fact);
            var (gain, sum) = (0L, 0L);
            foreach (var option in _known[fact])
            {
                _known.CopyTo(_after);
                _after[fact] = OptionSet.Of(option);
                if (!_interview._deduction.Propagate(_after, [], fact))
                    continue;
                var prior = _interview._deduction.Facts[fact].Options[option].Prior;
                sum += prior;
                gain += prior * (_before - OpenAfter(fact));
            }
            return (gain, sum);
        }

        private static bool Overlap(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
        {
            for (var word = 0; word < left.Length; word++)
                if ((left[word] & right[word]) != 0)
                    return true;
            return false;
        }

        /// <summary>The open cubes that hold as far as all other facts go.</summary>
        private void SatisfyOthers(int fact)
        {
            _open.CopyTo(_others, 0);
            for (var other = 0; other < _known.Length; other++)
                if (other != fact)
                    _cubes.KeepSatisfied(other, _known[other], _interview._deduction.Facts[other].All, _others);
        }

        private long OpenAfter(int fact)
        {
            _open.CopyTo(_alive, 0);
            var onlyThis = true;
            for (var other = 0; other < _after.Length; other++)
            {
                if (_after[other] == _known[other])
                    continue;
                _cubes.KeepAlive(other, _after[other], _alive);
                onlyThis &= other == fact;
            }
            if (onlyThis)
            {
                _others.CopyTo(_satisfied, 0);
                _cubes.KeepSatisfied(fact, _after[fact], _interview._deduction.Facts[fact].All, _satisfied);
            }
            else
            {
                _alive.CopyTo(_satisfied, 0);
                for (var other = 0; other < _after.Length; other++)
                    _cubes.KeepSatisfied(other, _after[other], _interview._deduction.Facts[other].All, _satisfied);
            }
            for (var word = 0; word < _alive.Length; word++)
                _alive[word] &= ~_satisfied[word];
            return _cubes.Weigh(_alive);
        }
    }
}
