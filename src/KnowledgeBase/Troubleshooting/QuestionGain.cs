using System.Numerics;

namespace KnowledgeBase.Troubleshooting;

/// <summary>
/// What asking a fact decides of some open cubes. One look at the lines of these cubes tells it for all facts at once: an option decides the cubes whose line
/// it contradicts, and those for which this is the last line. What options imply for other facts is then added, from the cubes that test those.
/// </summary>
internal readonly ref struct QuestionGain
{
    private readonly Deduction _deduction;
    private readonly CubeIndex _cubes;
    private readonly ReadOnlySpan<OptionSet> _known;
    private readonly ReadOnlySpan<ulong> _open;
    private readonly Span<long> _totals;
    private readonly Span<long> _kept;

    /// <param name="deduction">Facts and implications.</param>
    /// <param name="cubes">The cubes.</param>
    /// <param name="known">For each fact the options still possible.</param>
    /// <param name="open">The cubes that are open.</param>
    /// <param name="totals">Room for a number a fact.</param>
    /// <param name="kept">Room for a number an option of all facts.</param>
    public QuestionGain(Deduction deduction, CubeIndex cubes, ReadOnlySpan<OptionSet> known, ReadOnlySpan<ulong> open, Span<long> totals, Span<long> kept)
    {
        _deduction = deduction;
        _cubes = cubes;
        _known = known;
        _open = open;
        _totals = totals;
        _kept = kept;
        totals.Clear();
        kept.Clear();
        for (var word = 0; word < open.Length; word++)
            for (var bits = open[word]; bits != 0; bits &= bits - 1)
                Count(word * 64 + BitOperations.TrailingZeroCount(bits));
    }

    /// <summary>The weight of the cubes decided, times the prior, summed over the options that contradict nothing; and the sum of these priors.</summary>
    public (long Gain, long Prior) Of(int fact)
    {
        if (!IsTested(fact))
            return (0, 0);
        var implies = _deduction.Involves(fact);
        Span<OptionSet> after = stackalloc OptionSet[implies ? _known.Length : 0];
        Span<ulong> touched = _open.Length <= 512 ? stackalloc ulong[implies ? _open.Length : 0] : new ulong[implies ? _open.Length : 0];
        var (gain, sum) = (0L, 0L);
        var options = _deduction.Facts[fact].Options;
        foreach (var option in _known[fact])
        {
            var decided = _totals[fact] - _kept[_deduction.FirstOptionOf(fact) + option];
            if (implies)
            {
                _known.CopyTo(after);
                after[fact] = OptionSet.Of(option);
                if (!_deduction.Propagate(after, [], fact))
                    continue;
                decided += Implied(fact, option, after, touched);
            }
            sum += options[option].Prior;
            gain += options[option].Prior * decided;
        }
        return (gain, sum);
    }

    /// <summary>Whether an open cube tests the fact, or one that it is tied to.</summary>
    private bool IsTested(int fact)
    {
        if (_totals[fact] > 0)
            return true;
        foreach (var tied in _deduction.TiedTo(fact))
            if (_totals[tied] > 0)
                return true;
        return false;
    }

    /// <summary>Adds one cube to what its facts decide.</summary>
    private void Count(int cube)
    {
        var lines = _cubes.LinesOf(cube);
        var undecided = 0;
        foreach (ref readonly var line in lines)
            if (!_known[line.Fact].IsWithin(line.Allowed))
                undecided++;
        var weight = _cubes.WeightOf(cube);
        foreach (ref readonly var line in lines)
        {
            if (_known[line.Fact].IsWithin(line.Allowed))
                continue;
            _totals[line.Fact] += weight;
            if (undecided == 1)
                continue;
            foreach (var option in _known[line.Fact] & line.Allowed)
                _kept[_deduction.FirstOptionOf(line.Fact) + option] += weight;
        }
    }

    /// <summary>The weight of the cubes that are decided by what an option implies, and not by the option itself.</summary>
    private long Implied(int fact, int option, ReadOnlySpan<OptionSet> after, Span<ulong> touched)
    {
        var isAny = false;
        for (var other = 0; other < after.Length; other++)
        {
            if (other == fact || after[other] == _known[other])
                continue;
            var tests = _cubes.Testing(other);
            for (var word = 0; word < touched.Length; word++)
                touched[word] = (isAny ? touched[word] : 0) | (tests[word] & _open[word]);
            isAny = true;
        }
        var weight = 0L;
        for (var word = 0; isAny && word < touched.Length; word++)
            for (var bits = touched[word]; bits != 0; bits &= bits - 1)
                if (IsDecidedByImplications(word * 64 + BitOperations.TrailingZeroCount(bits), fact, option, after))
                    weight += _cubes.WeightOf(word * 64 + BitOperations.TrailingZeroCount(bits));
        return weight;
    }

    private bool IsDecidedByImplications(int cube, int fact, int option, ReadOnlySpan<OptionSet> after)
    {
        var (isDead, isOpen, isDeadAlone, isOpenAlone) = (false, false, false, false);
        foreach (ref readonly var line in _cubes.LinesOf(cube))
        {
            isDead |= !after[line.Fact].Overlaps(line.Allowed);
            isOpen |= !after[line.Fact].IsWithin(line.Allowed);
            if (line.Fact == fact)
                isDeadAlone |= !line.Allowed.Contains(option);
            else
                isOpenAlone |= !_known[line.Fact].IsWithin(line.Allowed);
        }
        return (isDead || !isOpen) && !(isDeadAlone || !isOpenAlone);
    }
}
