using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting;

/// <summary>
/// What follows of answers by the implications of a topic, to a fixpoint, forwards and backwards: where all but one line of an antecedent hold and the
/// consequence cannot, the last line does not hold. The result does not depend on the order of answers or implications. Immutable; safe to share.
/// </summary>
internal sealed class Deduction
{
    private readonly ImmutableArray<Fact> _facts;
    private readonly ImmutableArray<Implication> _implications;
    private readonly ImmutableArray<int>[] _byFact;
    private readonly ImmutableArray<int> _involved;
    private readonly ImmutableArray<int>[] _tied;
    private readonly int[] _firstOptions;

    public Deduction(ImmutableArray<Fact> facts, ImmutableArray<Implication> implications)
    {
        _facts = facts;
        _implications = implications;
        var byFact = implications.SelectMany((implication, index) => implication.If.Concat(implication.Then).Select(literal => (literal.Fact, Index: index))).Distinct()
            .ToLookup(pair => pair.Fact, pair => pair.Index);
        _byFact = [.. facts.Select((_, fact) => byFact[fact].ToImmutableArray())];
        _involved = [.. byFact.Select(group => group.Key).Order()];
        _tied = Tie();
        _firstOptions = new int[facts.Length + 1];
        for (var fact = 0; fact < facts.Length; fact++)
            _firstOptions[fact + 1] = _firstOptions[fact] + facts[fact].Options.Length;
    }

    public ImmutableArray<Fact> Facts => _facts;

    public ImmutableArray<Implication> Implications => _implications;

    /// <summary>The facts that implications speak of, in order.</summary>
    public ImmutableArray<int> Involved => _involved;

    /// <summary>Whether an implication speaks of a fact.</summary>
    public bool Involves(int fact) => _byFact[fact].Length > 0;

    /// <summary>The facts that what is known of a fact may say something of, itself included; none where no implication speaks of it. In order.</summary>
    public ImmutableArray<int> TiedTo(int fact) => _tied[fact];

    /// <summary>Options of all facts.</summary>
    public int OptionCount => _firstOptions[^1];

    /// <summary>Where the options of a fact begin among those of all facts.</summary>
    public int FirstOptionOf(int fact) => _firstOptions[fact];

    /// <summary>Every option of every fact.</summary>
    public OptionSet[] Everything() => [.. _facts.Select(fact => fact.All)];

    /// <summary>Narrows what is known to what follows; false where a fact has no option left.</summary>
    /// <param name="known">For each fact the options still possible; narrowed in place.</param>
    /// <param name="why">For each fact the implication that narrowed it last, -1 where none did; may be empty.</param>
    public bool Close(Span<OptionSet> known, Span<int> why)
    {
        return Propagate(known, why, -1) && LookAhead(known, why, _involved);
    }

    /// <summary>As <see cref="Close"/>, where everything was closed before one fact was narrowed.</summary>
    public bool CloseAfter(Span<OptionSet> known, int changed) =>
        _byFact[changed].Length == 0 ? !known[changed].IsEmpty : Propagate(known, [], changed) && LookAhead(known, [], _tied[changed]);

    /// <summary>An option that leads to a contradiction is none, even where no single implication says so.</summary>
    private bool LookAhead(Span<OptionSet> known, Span<int> why, ImmutableArray<int> facts)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var fact in facts)
            {
                if (known[fact].Count < 2)
                    continue;
                foreach (var option in known[fact])
                {
                    var cause = Contradicts(known, fact, option);
                    if (cause < 0)
                        continue;
                    known[fact] = known[fact].Except(OptionSet.Of(option));
                    if (why.Length > 0)
                        why[fact] = cause;
                    if (known[fact].IsEmpty || !Propagate(known, why, fact))
                        return false;
                    changed = true;
                }
            }
        }
        return true;
    }

    /// <summary>As <see cref="Close"/> without looking ahead: enough to compare questions. Starts at one changed fact, or at all for -1.</summary>
    public bool Propagate(Span<OptionSet> known, Span<int> why, int start)
    {
        if (start >= 0 ? known[start].IsEmpty : IsAnyEmpty(known))
            return false;
        if (_implications.Length == 0)
            return true;
        Span<ulong> pending = stackalloc ulong[(_facts.Length + 63) / 64];
        if (start >= 0)
            pending[start >> 6] |= 1UL << (start & 63);
        else
            foreach (var fact in _involved)
                pending[fact >> 6] |= 1UL << (fact & 63);
        while (TakeFirst(pending) is var fact and >= 0)
        {
            foreach (var index in _byFact[fact])
                if (!Apply(index, known, why, pending))
                    return false;
        }
        return true;
    }

    private static bool IsAnyEmpty(ReadOnlySpan<OptionSet> known)
    {
        foreach (var set in known)
            if (set.IsEmpty)
                return true;
        return false;
    }

    private static int TakeFirst(Span<ulong> pending)
    {
        for (var word = 0; word < pending.Length; word++)
        {
            if (pending[word] == 0)
                continue;
            var bit = System.Numerics.BitOperations.TrailingZeroCount(pending[word]);
            pending[word] &= pending[word] - 1;
            return word * 64 + bit;
        }
        return -1;
    }

    private bool Apply(int index, Span<OptionSet> known, Span<int> why, Span<ulong> pending)
    {
        var implication = _implications[index];
        var (undecided, count) = (-1, 0);
        for (var line = 0; line < implication.If.Length; line++)
        {
            var literal = implication.If[line];
            if (!known[literal.Fact].Overlaps(literal.Allowed))
                return true;
            if (known[literal.Fact].IsWithin(literal.Allowed))
                continue;
            (undecided, count) = (line, count + 1);
        }
        if (count == 0)
        {
            foreach (var literal in implication.Then)
                if (!Narrow(literal.Fact, literal.Allowed, index, known, why, pending))
                    return false;
            return true;
        }
        if (count > 1)
            return true;
        foreach (var literal in implication.Then)
        {
            if (known[literal.Fact].Overlaps(literal.Allowed))
                continue;
            var antecedent = implication.If[undecided];
            return Narrow(antecedent.Fact, known[antecedent.Fact].Except(antecedent.Allowed), index, known, why, pending);
        }
        return true;
    }

    private static bool Narrow(int fact, OptionSet allowed, int index, Span<OptionSet> known, Span<int> why, Span<ulong> pending)
    {
        var narrowed = known[fact] & allowed;
        if (narrowed == known[fact])
            return true;
        known[fact] = narrowed;
        if (why.Length > 0)
            why[fact] = index;
        pending[fact >> 6] |= 1UL << (fact & 63);
        return !narrowed.IsEmpty;
    }

    /// <summary>For each fact those that implications lead to from it, through others too.</summary>
    private ImmutableArray<int>[] Tie()
    {
        var group = Enumerable.Range(0, _facts.Length).ToArray();
        foreach (var implication in _implications)
        {
            var together = implication.If.Concat(implication.Then).Select(literal => group[literal.Fact]).ToHashSet();
            for (var fact = 0; fact < group.Length; fact++)
                if (together.Contains(group[fact]))
                    group[fact] = together.Min();
        }
        var members = _involved.ToLookup(fact => group[fact]);
        var tied = members.ToDictionary(one => one.Key, one => one.ToImmutableArray());
        return [.. _facts.Select((_, fact) => _byFact[fact].Length == 0 ? [] : tied[group[fact]])];
    }

    /// <summary>The implication that fails where an option is taken for true, -1 where none does.</summary>
    private int Contradicts(ReadOnlySpan<OptionSet> known, int fact, int option)
    {
        Span<OptionSet> trial = stackalloc OptionSet[known.Length];
        Span<int> why = stackalloc int[known.Length];
        known.CopyTo(trial);
        why.Fill(-1);
        trial[fact] = OptionSet.Of(option);
        if (Propagate(trial, why, fact))
            return -1;
        for (var other = 0; other < trial.Length; other++)
            if (trial[other].IsEmpty)
                return why[other];
        return -1;
    }
}
