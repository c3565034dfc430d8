using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeBase.Troubleshooting.Evidence;

/// <summary>
/// A counter added up over the lines of each run of a command. A run ends where a line begins as one of the same run did: the counters of the first
/// processor come again. Runs that list different lines cannot be compared.
/// </summary>
/// <param name="Sums">One a run.</param>
/// <param name="LastLine">A line of the last run; null without a run.</param>
/// <param name="Problem">Why they prove nothing; null where they may.</param>
internal sealed record SampleSums(ImmutableArray<decimal> Sums, Pair? LastLine, string? Problem)
{
    public const string First = "first";
    public const string Last = "last";

    public static SampleSums Read(EvidenceReader reader, IEnumerable<IReadOnlyList<Pair>> lines)
    {
        var runs = new List<Dictionary<string, decimal>>();
        Pair? last = null;
        foreach (var line in lines)
        {
            var counter = line.FirstOrDefault(pair => pair.Key == reader.Sum);
            if (counter.Key is null)
                continue;
            if (!decimal.TryParse(counter.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return new SampleSums([], counter, $"{reader.Sum} is not a number");
            var name = NameOf(line, reader);
            if (runs.Count == 0 || runs[^1].ContainsKey(name))
                runs.Add(new Dictionary<string, decimal>(StringComparer.Ordinal));
            runs[^1].Add(name, count);
            last = counter;
        }
        return new SampleSums([.. runs.Select(run => run.Values.Sum())], last, ProblemOf(reader, runs));
    }

    private static string NameOf(IReadOnlyList<Pair> line, EvidenceReader reader)
    {
        var name = reader.Per is { } per ? line.FirstOrDefault(pair => pair.Key == per) : line[0];
        // A line that begins with the counter itself has no name: each one is a run.
        return name.Key is null || name.Key == reader.Sum ? "" : $"{name.Key}={name.Value}";
    }

    private static string? ProblemOf(EvidenceReader reader, List<Dictionary<string, decimal>> runs)
    {
        if (runs.Count < reader.Samples)
            return runs.Count == 1 ? "one sample only; run it twice" : $"{runs.Count} samples only, {reader.Samples} are needed";
        return runs.Exists(run => !run.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(runs[0].Keys)) ? "the samples do not list the same lines" : null;
    }
}
