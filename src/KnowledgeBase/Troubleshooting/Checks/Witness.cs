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

    // Most conditions need no backtracking; looking ahead pays only where they do.
    private const int FirstBudget = 200;

    private const int FactsOnStack = 128;

    public static Witness None { get; } = new(Verdict.None, []);

    public static Witness Undecided { get; } = new(Verdict.Undecided, []);

    /// <param name="deduction">The implications.</param>
    /// <param name="start">For each fact the options that may be answered.</param>
    public static Witness Find(Deduction deduction, ReadOnlySpan<OptionSet> start)
    {
        var known = start.ToArray();
        if (!deduction.Propagate(known, [], -1))
            return None;
        var nodes = 0;
        if (Search(deduction, known, 0, ref nodes, FirstBudget) is { Verdict: not Verdict.Undecided } found)
            return found;
        nodes = 0;
        return deduction.Close(known, []) ? Search(deduction, known, 0, ref nodes, Budget) : None;
    }

    private static Witness Search(Deduction deduction, ReadOnlySpan<OptionSet> known, int from, ref int nodes, int budget)
    {
        if (++nodes > budget)
            return Undecided;
        for (; from < deduction.Involved.Length; from++)
            if (known[deduction.Involved[from]].Count > 1)
                break;
        if (from == deduction.Involved.Length)
            return new Witness(Verdict.Found, FirstOf(known));
        var fact = deduction.Involved[from];
        Span<OptionSet> trial = known.Length <= FactsOnStack ? stackalloc OptionSet[known.Length] : new OptionSet[known.Length];
        foreach (var option in known[fact])
        {
            known.CopyTo(trial);
            trial[fact] = OptionSet.Of(option);
            if (!deduction.Propagate(trial, [], fact))
                continue;
            var found = Search(deduction, trial, from + 1, ref nodes, budget);
            if (found.Verdict != Verdict.None)
                return found;
        }
        return None;
    }

    /// <summary>No implication ties what is left: the first option of each is as good as any.</summary>
    private static OptionSet[] FirstOf(ReadOnlySpan<OptionSet> known)
    {
        var first = new OptionSet[known.Length];
        for (var fact = 0; fact < first.Length; fact++)
            first[fact] = OptionSet.Of(System.Numerics.BitOperations.TrailingZeroCount(known[fact].Bits));
        return first;
    }
}
