using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Troubleshooting.Evidence;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>Reads <c>evidence:</c>, the readers of pasted output. One that cannot be used is left out; its facts are asked then.</summary>
internal sealed class EvidenceRulesReader(FactBook book, RuleFile file)
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(500);

    private readonly ConditionReader _conditions = new(book, file);

    public ImmutableArray<EvidenceReader> Read(YamlMap root)
    {
        var readers = ImmutableArray.CreateBuilder<EvidenceReader>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.Map(root, "evidence", "the file")?.Entries ?? [])
        {
            names.Add(entry.Key);
            if (ReadOne(entry) is { } reader)
                readers.Add(reader);
        }
        foreach (var entry in file.Map(root, "facts", "the file")?.Entries ?? [])
            if (entry.Value is YamlMap map && map.Text("evidence") is { } named && !names.Contains(named))
                file.Report(DiagnosticCodes.RuleLeadsNowhere, file.At(map["evidence"]!), $"Fact '{entry.Key}' names the evidence '{named}', which does not exist{NearName.Hint(named, names)}");
        return readers.ToImmutable();
    }

    private EvidenceReader? ReadOne(YamlEntry entry)
    {
        var before = file.Faults;
        var of = $"evidence '{entry.Key}'";
        file.CheckSlug(entry, "evidence");
        if (entry.Value is not YamlMap map)
        {
            file.Fault(DiagnosticCodes.UnexpectedRule, file.At(entry), $"Evidence '{entry.Key}' is no map of keys");
            return null;
        }
        file.CheckKeys(map, of, "run", "pairs", "pattern", "samples", "sum", "per", "set", "examples");
        var pattern = Pattern(map, of);
        var pairs = Pairs(map, of);
        var reader = new EvidenceReader
        {
            Id = entry.Key,
            Run = file.Needed(map, "run", of) ?? "",
            Pairs = pairs,
            Pattern = pattern,
            Samples = file.Number(map, "samples", of) ?? 1,
            Sum = file.Text(map, "sum", of),
            Per = file.Text(map, "per", of),
            Rules = [.. file.List(map, "set", of).Select(item => Rule(item, of)).OfType<EvidenceRule>()],
            Examples = [.. file.List(map, "examples", of).Select(item => Example(item, of)).OfType<EvidenceExample>()],
            Location = file.At(entry),
        };
        if (file.Faults > before)
            return null;
        if (reader.Rules.Length > 0)
            return reader;
        file.Fault(DiagnosticCodes.UnexpectedRule, file.At(entry), $"Evidence '{entry.Key}' sets nothing");
        return null;
    }

    private PairFormat Pairs(YamlMap map, string of)
    {
        switch (file.Text(map, "pairs", of))
        {
            case "shell":
                return PairFormat.Shell;
            case "key=value":
                return PairFormat.KeyValue;
            case "sysctl":
                return PairFormat.Sysctl;
            case null when map.Text("pattern") is not null:
                return PairFormat.Pattern;
            case var other:
                file.Fault(DiagnosticCodes.UnexpectedRule, file.At(map["pairs"] ?? map), other is null ? $"E{of[1..]} has neither 'pairs' nor 'pattern'" : $"'{other}' is none of shell, key=value and sysctl");
                return PairFormat.Shell;
        }
    }

    private Regex? Pattern(YamlMap map, string of)
    {
        if (file.Text(map, "pattern", of) is not { } pattern)
            return null;
        try
        {
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTime);
            if (regex.GetGroupNames().Length < 2)
                file.Fault(DiagnosticCodes.UnusablePattern, file.At(map["pattern"]!), $"The pattern of {of} names no value", "Give the value a name, as in (?<mtu>[0-9]+).");
            return regex;
        }
        catch (NotSupportedException)
        {
            file.Fault(DiagnosticCodes.UnusablePattern, file.At(map["pattern"]!), $"The pattern of {of} uses a look-around, a back-reference or too many repetitions, not allowed with RegexOptions.NonBacktracking");
        }
        catch (ArgumentException exception)
        {
            file.Fault(DiagnosticCodes.UnusablePattern, file.At(map["pattern"]!), $"The pattern of {of} is no regular expression: {exception.Message}", "Mend the regular expression.");
        }
        return null;
    }

    private EvidenceRule? Rule(YamlValue item, string of)
    {
        if (item is not YamlMap map || TestOf(map["if"], map, of) is not { } test)
        {
            if (item is not YamlMap)
                file.Fault(DiagnosticCodes.UnexpectedRule, file.At(item), $"A line of 'set' in {of} is no map");
            return null;
        }
        var sets = Answers(map, of, "if");
        if (sets.Length == 0)
            file.Fault(DiagnosticCodes.UnexpectedRule, file.At(item), $"A line of 'set' in {of} sets no fact");
        return new EvidenceRule(test, sets, file.At(item));
    }

    private ImmutableArray<EvidenceAnswer> Answers(YamlMap map, string of, params ReadOnlySpan<string> without)
    {
        var answers = ImmutableArray.CreateBuilder<EvidenceAnswer>();
        foreach (var entry in map.Entries)
        {
            if (without.Contains(entry.Key))
                continue;
            var position = book.PositionOf(entry.Key);
            if (position < 0)
                file.Fault(DiagnosticCodes.UnknownFact, file.At(entry), $"Unknown fact '{entry.Key}' in {of}{NearName.Hint(entry.Key, book.Names)}");
            else if (entry.Value is not YamlText option)
                file.Fault(DiagnosticCodes.UnexpectedRule, file.At(entry), $"'{entry.Key}' in {of} is no option");
            else if (_conditions.OptionOf(book.Facts[position], option) is var index and >= 0)
                answers.Add(new EvidenceAnswer(book.Facts[position].Id, book.Facts[position].Options[index].Id));
        }
        return answers.ToImmutable();
    }

    private EvidenceTest? TestOf(YamlValue? value, YamlValue at, string of)
    {
        switch (value)
        {
            case YamlText { IsNull: false } text when EvidenceTest.Comparison.Parse(text.Text.Trim()) is { } comparison:
                return comparison;
            case YamlMap { Entries.Length: > 0 } map:
                return new EvidenceTest.Fields([.. map.Entries.Select(entry => new EvidenceTest.Field(entry.Key, Values(entry, of)))]);
            default:
                if (value is null)
                    file.Fault(DiagnosticCodes.UnexpectedRule, file.At(at), $"A line of 'set' in {of} has no 'if'");
                else
                    file.Fault(DiagnosticCodes.UnexpectedRule, file.At(value), $"The 'if' in {of} is neither a comparison such as 'last > first' nor a map of values");
                return null;
        }
    }

    /// <summary><c>any</c> means that the value only needs to be there.</summary>
    private ImmutableArray<string> Values(YamlEntry entry, string of)
    {
        ImmutableArray<string> values = [.. file.Texts(entry.Value, $"'{entry.Key}' in {of}").Select(text => text.Text.Trim())];
        return values is ["any"] ? [] : values;
    }

    private EvidenceExample? Example(YamlValue item, string of)
    {
        if (item is not YamlMap map || file.Needed(map, "paste", $"an example of {of}") is null)
            return null;
        file.CheckKeys(map, $"an example of {of}", "paste", "reads");
        var reads = file.Map(map, "reads", $"an example of {of}");
        if (reads is null)
            file.Fault(DiagnosticCodes.UnexpectedRule, file.At(item), $"An example of {of} does not say what it 'reads'");
        return new EvidenceExample(((YamlText)map["paste"]!).Text, reads is null ? [] : Answers(reads, of), file.At(item));
    }
}
