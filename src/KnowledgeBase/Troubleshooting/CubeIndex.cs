using System.Collections.Immutable;
using System.Numerics;

namespace KnowledgeBase.Troubleshooting;

/// <summary>
/// Cubes as columns of bits: for every option of every fact the cubes that it does not kill. What a set of answers leaves open is a few ANDs over words of
/// 64 cubes. Immutable; safe to share.
/// </summary>
internal sealed class CubeIndex
{
    private readonly ulong[][][] _allow;
    private readonly ulong[][] _full;
    private readonly ulong[][] _tests;
    private readonly ulong[][] _weightPlanes;

    /// <param name="facts">The facts of the topic.</param>
    /// <param name="cubes">The cubes; a position is a cube's number.</param>
    /// <param name="weights">How much each cube counts, from 1.</param>
    public CubeIndex(ImmutableArray<Fact> facts, ImmutableArray<Cube> cubes, ImmutableArray<int> weights)
    {
        Count = cubes.Length;
        Words = (Count + 63) / 64;
        _allow = [.. facts.Select(fact => fact.Options.Select(_ => Ones()).ToArray())];
        _tests = [.. facts.Select(_ => new ulong[Words])];
        for (var cube = 0; cube < Count; cube++)
        {
            foreach (var literal in cubes[cube].Literals)
            {
                _tests[literal.Fact][cube >> 6] |= 1UL << (cube & 63);
                for (var option = 0; option < facts[literal.Fact].Options.Length; option++)
                    if (!literal.Allowed.Contains(option))
                        _allow[literal.Fact][option][cube >> 6] &= ~(1UL << (cube & 63));
            }
        }
        _full = [.. facts.Select((fact, index) => Intersection(index, fact.All))];
        var highest = weights.Length == 0 ? 1 : weights.Max();
        _weightPlanes = highest == 1 ? [] : [.. Enumerable.Range(0, 32 - BitOperations.LeadingZeroCount((uint)highest)).Select(plane => Plane(weights, plane))];
    }

    /// <summary>Cubes.</summary>
    public int Count { get; }

    /// <summary>Words of 64 cubes.</summary>
    public int Words { get; }

    public ulong[] Ones()
    {
        var words = new ulong[Words];
        Array.Fill(words, ulong.MaxValue);
        if (Count % 64 != 0)
            words[^1] = (1UL << Count % 64) - 1;
        return words;
    }

    /// <summary>The cubes that an option does not kill.</summary>
    public ReadOnlySpan<ulong> Allowing(int fact, int option) => _allow[fact][option];

    /// <summary>The cubes that have a line about a fact.</summary>
    public ReadOnlySpan<ulong> Testing(int fact) => _tests[fact];

    /// <summary>Keeps the cubes that are alive: some option still possible of this fact does not kill them.</summary>
    public void KeepAlive(int fact, OptionSet known, Span<ulong> words)
    {
        var columns = _allow[fact];
        if (known.Only is var single and >= 0)
        {
            var allow = columns[single];
            for (var word = 0; word < words.Length; word++)
                words[word] &= allow[word];
            return;
        }
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word] == 0)
                continue;
            ulong union = 0;
            foreach (var option in known)
                union |= columns[option][word];
            words[word] &= union;
        }
    }

    /// <summary>Keeps the cubes whose line about this fact holds, whichever of the options still possible it is.</summary>
    public void KeepSatisfied(int fact, OptionSet known, OptionSet all, Span<ulong> words)
    {
        if (known == all)
        {
            var full = _full[fact];
            for (var word = 0; word < words.Length; word++)
                words[word] &= full[word];
            return;
        }
        foreach (var option in known)
        {
            var allow = _allow[fact][option];
            for (var word = 0; word < words.Length; word++)
                words[word] &= allow[word];
        }
    }

    /// <summary>The sum of the weights of some cubes.</summary>
    public long Weigh(ReadOnlySpan<ulong> words)
    {
        long sum = 0;
        if (_weightPlanes.Length == 0)
        {
            foreach (var word in words)
                sum += BitOperations.PopCount(word);
            return sum;
        }
        for (var plane = 0; plane < _weightPlanes.Length; plane++)
        {
            long count = 0;
            var bits = _weightPlanes[plane];
            for (var word = 0; word < words.Length; word++)
                count += BitOperations.PopCount(words[word] & bits[word]);
            sum += count << plane;
        }
        return sum;
    }

    private ulong[] Intersection(int fact, OptionSet options)
    {
        var words = Ones();
        foreach (var option in options)
            for (var word = 0; word < Words; word++)
                words[word] &= _allow[fact][option][word];
        return words;
    }

    private ulong[] Plane(ImmutableArray<int> weights, int plane)
    {
        var words = new ulong[Words];
        for (var cube = 0; cube < weights.Length; cube++)
            if ((weights[cube] >> plane & 1) != 0)
                words[cube >> 6] |= 1UL << (cube & 63);
        return words;
    }
}
