using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>
/// Whether some cubes together allow everything that answers can be; if not, an example that none of them allows. Splits on the fact that most cubes test,
/// treats options alike that all cubes treat alike, and gives up after a number of steps: the question is as hard as any.
/// </summary>
/// <param name="Gap">Whether there is a gap; undecided where the budget was used up.</param>
/// <param name="Example">Options of each fact, any of which is in the gap; facts that do not matter keep all of theirs. Empty without a gap.</param>
/// <param name="Nodes">Steps taken.</param>
internal sealed record Cover(Verdict Gap, OptionSet[] Example, int Nodes)
{
    public const int DefaultBudget = 200_000;

    /// <param name="deduction">Facts and implications; answers that these exclude need no cover.</param>
    /// <param name="start">For each fact the options that must be covered.</param>
    /// <param name="cubes">The cubes.</param>
    /// <param name="budget">Steps at most.</param>
    public static Cover Check(Deduction deduction, ReadOnlySpan<OptionSet> start, ImmutableArray<Cube> cubes, int budget = DefaultBudget)
    {
        var known = start.ToArray();
        if (!deduction.Close(known, []))
            return new Cover(Verdict.None, [], 0);
        var search = new Search(deduction, budget);
        var gap = search.Find(known, [.. cubes], out var example);
        return new Cover(gap, example, search.Nodes);
    }

    private sealed class Search(Deduction deduction, int budget)
    {
        private readonly int[] _counts = new int[deduction.Facts.Length];

        public int Nodes { get; private set; }

        public Verdict Find(OptionSet[] known, List<Cube> cubes, out OptionSet[] example)
        {
            example = [];
            if (++Nodes > budget)
                return Verdict.Undecided;
            var open = new List<Cube>();
            foreach (var cube in cubes)
            {
                var effect = cube.Under(known);
                if (effect == Effect.Satisfied)
                    return Verdict.None;
                if (effect == Effect.Open)
                    open.Add(cube);
            }
            if (open.Count == 0)
            {
                var verdict = Witness.Find(deduction, known).Verdict;
                example = verdict == Verdict.Found ? known : [];
                return verdict;
            }
            var fact = MostTested(known, open);
            var worst = Verdict.None;
            foreach (var group in Groups(fact, known[fact], open))
            {
                var part = (OptionSet[])known.Clone();
                part[fact] = group;
                if (!deduction.Propagate(part, [], fact))
                    continue;
                var verdict = Find(part, open, out example);
                if (verdict == Verdict.Found)
                    return verdict;
                if (verdict == Verdict.Undecided)
                    worst = verdict;
                if (Nodes > budget)
                    return Verdict.Undecided;
            }
            return worst;
        }

        private int MostTested(OptionSet[] known, List<Cube> open)
        {
            Array.Clear(_counts);
            foreach (var cube in open)
                foreach (ref readonly var literal in cube.Literals.AsSpan())
                    if (!known[literal.Fact].IsWithin(literal.Allowed))
                        _counts[literal.Fact]++;
            var most = 0;
            for (var fact = 1; fact < _counts.Length; fact++)
                if (_counts[fact] > _counts[most])
                    most = fact;
            return most;
        }

        /// <summary>Options that no open cube and no implication tells apart, together; those that fewest cubes allow first, where a gap is likeliest.</summary>
        private List<OptionSet> Groups(int fact, OptionSet options, List<Cube> open)
        {
            var parts = new List<OptionSet> { options };
            foreach (var cube in open)
                foreach (ref readonly var literal in cube.Literals.AsSpan())
                    if (literal.Fact == fact)
                        Split(parts, literal.Allowed);
            if (deduction.Involves(fact))
                foreach (var literal in deduction.Implications.SelectMany(implication => implication.If.Concat(implication.Then)).Where(literal => literal.Fact == fact))
                    Split(parts, literal.Allowed);
            return parts;
        }

        private static void Split(List<OptionSet> parts, OptionSet allowed)
        {
            for (var index = parts.Count - 1; index >= 0; index--)
            {
                var part = parts[index];
                if (part.IsWithin(allowed) || !part.Overlaps(allowed))
                    continue;
                parts[index] = part.Except(allowed);
                parts.Insert(index + 1, part & allowed);
            }
        }
    }
}
