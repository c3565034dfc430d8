using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Troubleshooting.Evidence;

/// <summary>An answer that was read from pasted output.</summary>
/// <param name="Fact">What it answers.</param>
/// <param name="Option">The answer.</param>
/// <param name="Reader">Who read it.</param>
/// <param name="Line">The line that decided, from 1.</param>
/// <param name="Text">That line; for the page that answers the paste, and for nothing else.</param>
public sealed record FoundFact(Fact Fact, Option Option, EvidenceReader Reader, int Line, string Text);

/// <summary>A reader that has found its output and could not decide.</summary>
/// <param name="Reader">Which.</param>
/// <param name="Because">Why, without a full stop; made of the author's names and of numbers only.</param>
public sealed record UndecidedReader(EvidenceReader Reader, string Because);

/// <summary>What pasted output proves. Immutable; the text itself is not kept.</summary>
public sealed record EvidenceReading
{
    /// <summary>In the order of the facts, each fact once.</summary>
    public required ImmutableArray<FoundFact> Found { get; init; }

    public required ImmutableArray<UndecidedReader> Undecided { get; init; }

    /// <summary>Readers whose output is not in the text.</summary>
    public required ImmutableArray<EvidenceReader> Absent { get; init; }

    /// <summary>The answers together with what was found. What was found replaces what was said before.</summary>
    public Answers AddTo(Answers answers)
    {
        foreach (var found in Found)
            answers = answers.With(new Answer(found.Fact.Id, found.Option.Id, IsPasted: true));
        return answers with { Undecided = [.. Undecided.Select(undecided => undecided.Reader.Id)] };
    }

    internal static EvidenceReading Of(Troubleshooter rules, string text)
    {
        var found = new List<FoundFact>();
        var undecided = new Dictionary<EvidenceReader, string>(ReferenceEqualityComparer.Instance);
        var absent = ImmutableArray.CreateBuilder<EvidenceReader>();
        foreach (var reader in rules.Readers)
        {
            var outcome = Read(reader, text);
            if (outcome.IsAbsent)
                absent.Add(reader);
            else if (outcome.Problem is { } problem)
                undecided.Add(reader, problem);
            foreach (var (answer, pair) in outcome.Answers)
                if (rules.Find(answer.Fact) is { } fact && fact.IndexOf(answer.Option) is var option and >= 0)
                    found.Add(new FoundFact(fact, fact.Options[option], reader, pair.Line, pair.Text));
        }
        foreach (var clash in found.GroupBy(one => one.Fact.Id).Where(group => group.Select(one => one.Option.Id).Distinct().Count() > 1).ToList())
        {
            foreach (var one in clash)
                undecided.TryAdd(one.Reader, $"two readers disagree on {clash.Key}");
            found.RemoveAll(one => one.Fact.Id == clash.Key);
        }
        return new EvidenceReading
        {
            Found = [.. found.DistinctBy(one => one.Fact.Id).OrderBy(one => rules.PositionOf(one.Fact.Id))],
            Undecided = [.. rules.Readers.Where(undecided.ContainsKey).Select(reader => new UndecidedReader(reader, undecided[reader]))],
            Absent = absent.ToImmutable(),
        };
    }

    /// <summary>What one reader makes of a text.</summary>
    /// <param name="IsAbsent">None of its values is in the text.</param>
    /// <param name="Answers">What it proves, with the value that decided.</param>
    /// <param name="Problem">Why it proves nothing; null where it does, or is absent.</param>
    internal sealed record Outcome(bool IsAbsent, ImmutableArray<(EvidenceAnswer Answer, Pair Pair)> Answers, string? Problem);

    internal static Outcome Read(EvidenceReader reader, string text)
    {
        try
        {
            // As a pattern's line ends where a line ends, whatever system the text comes from.
            return Conclude(reader, [.. PairReader.Read(reader, text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal))]);
        }
        catch (RegexMatchTimeoutException)
        {
            return new Outcome(false, [], "the text takes too long to read");
        }
    }

    private static Outcome Conclude(EvidenceReader reader, ImmutableArray<IReadOnlyList<Pair>> lines)
    {
        var keys = reader.Keys.ToHashSet(StringComparer.Ordinal);
        var values = lines.SelectMany(line => line).Where(pair => keys.Contains(pair.Key)).GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        if (values.Count == 0)
            return new Outcome(true, [], null);
        var sums = reader.Sum is null ? null : SampleSums.Read(reader, lines);
        if (sums is { Problem: { } problem })
            return new Outcome(sums.LastLine is null, [], problem);
        if (values.FirstOrDefault(value => value.Key != reader.Sum && value.Value.Exists(pair => pair.Value != value.Value[0].Value)) is { Key: { } twice })
            return new Outcome(false, [], $"{twice} occurs with different values");

        var answers = new List<(EvidenceAnswer, Pair)>();
        foreach (var rule in reader.Rules.Where(rule => rule.Test.Holds(ValueOf)))
        {
            var pair = sums?.LastLine ?? rule.Test.Keys.Where(values.ContainsKey).Select(key => values[key][^1]).FirstOrDefault(values.First().Value[^1]);
            answers.AddRange(rule.Sets.Where(set => !answers.Exists(answer => answer.Item1.Fact == set.Fact)).Select(set => (set, pair)));
        }
        return new Outcome(false, [.. answers], answers.Count == 0 ? WhyNothing(reader, values, sums) : null);

        string? ValueOf(string key) => key switch
        {
            SampleSums.First when sums is not null => sums.Sums[0].ToString(System.Globalization.CultureInfo.InvariantCulture),
            SampleSums.Last when sums is not null => sums.Sums[^1].ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => values.TryGetValue(key, out var found) ? found[^1].Value : null,
        };
    }

    private static string WhyNothing(EvidenceReader reader, Dictionary<string, List<Pair>> values, SampleSums? sums)
    {
        if (reader.Keys.FirstOrDefault(key => !values.ContainsKey(key)) is { } missing)
            return $"{missing} is missing";
        return sums is { Sums: [var first, .., var last] } && last < first
            ? $"{reader.Sum} went down from one sample to the next: it was reset"
            : "the values fit none of its rules";
    }
}
