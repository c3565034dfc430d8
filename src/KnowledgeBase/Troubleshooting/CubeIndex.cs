using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting;

/// <summary>
/// Cubes for questions about all of them at once. Columns of bits say for every option of every fact which cubes it does not kill, so that what some answers
/// leave is a few ANDs over words of 64 cubes; flat lines say what each cube tests, so that the few cubes that are left are read and no others. Immutable;
/// safe to share.
/// </summary>
internal sealed class CubeIndex
{
    private readonly ulong[][][] _allow;
    private readonly ulong[][] _full;
    private readonly ulong[][] _tests;
    private readonly ulong[] _possible;
    private readonly int[] _starts;
    private readonly Line[] _lines;
    private readonly int[] _weights;

    /// <summary>One line of a cube.</summary>
    public readonly record struct Line(int Fact, OptionSet Allowed);

    /// <param name="facts">The facts of the topic.</param>
    /// <param name="cubes">The cubes; a position is a cube's number.</param>
    /// <param name="weights">How much each cube counts, from 1.</param>
    public CubeIndex(ImmutableArray<Fact> facts, ImmutableArray<Cube> cubes, ImmutableArray<int> weights)
    {
        Count = cubes.Length;
        Words = (Count + 63) / 64;
        _allow = [.. facts.Select(fact => fact.Options.Select(_ => Ones()).ToArray())];
        _tests = [.. facts.Select(_ => new ulong[Words])];
        _possible = Ones();
        _weights = [.. weights];
        _starts = new int[Count + 1];
        _lines = [.. cubes.SelectMany(cube => cube.Literals).Select(literal => new Line(literal.Fact, literal.Allowed))];
        for (var cube = 0; cube < Count; cube++)
        {
            _starts[cube + 1] = _starts[cube] + cubes[cube].Literals.Length;
            foreach (ref readonly var line in LinesOf(cube))
                Enter(cube, line, facts[line.Fact].Options.Length);
        }
        _full = [.. facts.Select((fact, index) => Intersection(index, fact.All))];
    }

    /// <summary>Cubes.</summary>
    public int Count { get; }

    /// <summary>Words of 64 cubes.</summary>
    public int Words { get; }

    /// <summary>The lines of a cube, in the order of the facts.</summary>
    public ReadOnlySpan<Line> LinesOf(int cube) => _lines.AsSpan(_starts[cube].._starts[cube + 1]);

    public int WeightOf(int cube) => _weights[cube];

    /// <summary>The cubes that have a line about a fact.</summary>
    public ReadOnlySpan<ulong> Testing(int fact) => _tests[fact];

    /// <summary>Marks the cubes that no answer has killed.</summary>
    /// <param name="known">For each fact the options still possible.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="words">Receives the cubes.</param>
    public void Alive(ReadOnlySpan<OptionSet> known, ImmutableArray<Fact> facts, Span<ulong> words)
    {
        _possible.CopyTo(words);
        for (var fact = 0; fact < known.Length; fact++)
            if (known[fact] != facts[fact].All)
                KeepAlive(_allow[fact], known[fact], words);
    }

    /// <summary>Of some cubes keeps those that hold, whatever else is answered.</summary>
    /// <param name="known">For each fact the options still possible.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="words">The cubes.</param>
    public void KeepSatisfied(ReadOnlySpan<OptionSet> known, ImmutableArray<Fact> facts, Span<ulong> words)
    {
        for (var fact = 0; fact < known.Length; fact++)
        {
            if (known[fact] == facts[fact].All)
                And(words, _full[fact]);
            else
                foreach (var option in known[fact])
                    And(words, _allow[fact][option]);
        }
    }

    public ulong[] Ones()
    {
        var words = new ulong[Words];
        Array.Fill(words, ulong.MaxValue);
        if (Count % 64 != 0)
            words[^1] = (1UL << Count % 64) - 1;
        return words;
    }

    private void Enter(int cube, Line line, int options)
    {
        var bit = 1UL << (cube & 63);
        _tests[line.Fact][cube >> 6] |= bit;
        if (line.Allowed.IsEmpty)
            _possible[cube >> 6] &= ~bit;
        for (var option = 0; option < options; option++)
            if (!line.Allowed.Contains(option))
                _allow[line.Fact][option][cube >> 6] &= ~bit;
    }

    private static void KeepAlive(ulong[][] columns, OptionSet known, Span<ulong> words)
    {
        if (known.Only is var single and >= 0)
        {
            And(words, columns[single]);
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

    private static void And(Span<ulong> words, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < words.Length; word++)
            words[word] &= others[word];
    }

    private ulong[] Intersection(int fact, OptionSet options)
    {
        var words = Ones();
        foreach (var option in options)
            And(words, _allow[fact][option]);
        return words;
    }
}
