namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>What a search for answers has found.</summary>
internal enum Verdict
{
    /// <summary>There are such answers.</summary>
    Found,

    /// <summary>There are none.</summary>
    None,

    /// <summary>The budget is used up.</summary>
    Undecided,
}

/// <summary>
/// Finds answers to all facts that fit some conditions and the implications. Propagation alone overlooks contradictions of several implications together, so
/// the facts that implications tie are tried one by one, within a budget.
/// </summary>
/// <param name="Verdict">Whether there are such answers.</param>
/// <param name="Answers">One option a fact where found; else empty.</param>
internal sealed record Witness(Verdict Verdict, OptionSet[] Answers)
{
    private const int Budget = 20_000;

    public static Witness None { get; } = new(Verdict.None, []);

    public static Witness Undecided { get; } = new(Verdict.Undecided, []);

    /// <param name="deduction">The implications.</param>
    /// <param name="start">For each fact the options that may be answered.</param>
    public static Witness Find(Deduction deduction, ReadOnlySpan<OptionSet> start)
    {
        var known = start.ToArray();
        if (!deduction.Close(known, []))
            return None;
        var nodes = 0;
        return Search(deduction, known, ref nodes);
    }

    private static Witness Search(Deduction deduction, OptionSet[] known, ref int nodes)
    {
        if (++nodes > Budget)
            return Undecided;
        foreach (var fact in deduction.Involved)
        {
            if (known[fact].Count < 2)
                continue;
            foreach (var option in known[fact])
            {
                var trial = (OptionSet[])known.Clone();
                trial[fact] = OptionSet.Of(option);
                if (!deduction.Propagate(trial, [], fact))
                    continue;
                var found = Search(deduction, trial, ref nodes);
                if (found.Verdict != Verdict.None)
                    return found;
            }
            return None;
        }
        // No implication ties the rest: the first option of each is as good as any.
        return new Witness(Verdict.Found, [.. known.Select(set => OptionSet.Of(System.Numerics.BitOperations.TrailingZeroCount(set.Bits)))]);
    }
}
