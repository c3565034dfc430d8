using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>Reads <c>wizard/facts.yaml</c>: facts, implications, topics, fallback, readers of pasted output, former names.</summary>
internal sealed class FactsReader
{
    public const string Path = "wizard/facts.yaml";

    private static readonly string[] Reserved = ["result", "evidence", "map", AnswerLinks.Pasted, AnswerLinks.Undecided, AnswerLinks.Tried];

    private readonly RuleFile _file;
    private readonly ImmutableArray<Fact>.Builder _facts = ImmutableArray.CreateBuilder<Fact>();
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);
    private readonly Dictionary<FactId, FactId> _factAliases = [];
    private readonly Dictionary<(FactId Fact, OptionId Option), OptionId> _optionAliases = [];

    private FactsReader(RuleFile file) => _file = file;

    public static FactBook Read(SourceFile source, DiagnosticLog log)
    {
        var file = RuleFile.Read(source, log);
        return new FactsReader(file).Read(file.Root ?? YamlMap.Empty, file.Root is null ? "wizard/facts.yaml cannot be read" : null);
    }

    private FactBook Read(YamlMap root, string? fault)
    {
        _file.CheckKeys(root, "the file", "facts", "implies", "fallback", "evidence", "topics", "aliases");
        foreach (var entry in _file.Map(root, "facts", "the file")?.Entries ?? [])
            ReadFact(entry);
        var book = new FactBook
        {
            Facts = _facts.ToImmutable(),
            Broken = [.. _broken],
            Implications = [],
            HasBrokenImplication = false,
            Readers = [],
            Aliases = Aliases.None,
            Topics = ReadTopics(root),
            Fallback = ReadFallback(root),
            Location = new SourceLocation(_file.Path),
            Fault = fault,
        };
        ReadAliases(root, book);
        var before = _file.Faults;
        var implications = ReadImplications(root, book);
        return book with
        {
            Implications = implications,
            HasBrokenImplication = _file.Faults > before,
            Readers = new EvidenceRulesReader(book, _file).Read(root),
            Aliases = new Aliases(_factAliases.ToImmutableDictionary(), _optionAliases.ToImmutableDictionary()),
        };
    }

    private void ReadFact(YamlEntry entry)
    {
        var before = _file.Faults;
        var of = $"fact '{entry.Key}'";
        _file.CheckSlug(entry, "fact");
        if (Reserved.Contains(entry.Key, StringComparer.Ordinal))
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"The name '{entry.Key}' is reserved for links", "Give the fact another name.");
        if (entry.Value is not YamlMap map)
        {
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"Fact '{entry.Key}' is no map of keys");
            _broken.Add(entry.Key);
            return;
        }
        _file.CheckKeys(map, of, "ask", "options", "pin", "unknown", "error", "evidence", "similar", "cost", "help", "find_out", "prior", "aliases");
        var fact = new Fact
        {
            Id = new FactId(entry.Key),
            Ask = _file.Needed(map, "ask", of) ?? "",
            Help = _file.Text(map, "help", of),
            FindOut = _file.Text(map, "find_out", of),
            Error = _file.Text(map, "error", of) ?? "Select an answer",
            Pin = _file.Number(map, "pin", of),
            Cost = _file.Number(map, "cost", of) ?? 1,
            AllowsUnknown = _file.Flag(map, "unknown", of) ?? true,
            AllowsSimilar = ReadSimilar(map, of),
            Evidence = _file.Text(map, "evidence", of),
            Options = ReadOptions(entry, map, of),
            Location = _file.At(entry),
        };
        if (_file.Faults > before)
            _broken.Add(entry.Key);
        else
            _facts.Add(fact);
    }

    private bool ReadSimilar(YamlMap map, string of) => map.Text("similar") is { } word && (word == "ok" || (_file.Flag(map, "similar", of) ?? false));

    private ImmutableArray<Option> ReadOptions(YamlEntry fact, YamlMap map, string of)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        var priors = _file.Map(map, "prior", of);
        foreach (var entry in _file.Map(map, "options", of)?.Entries ?? [])
        {
            _file.CheckWord(entry.Key, entry.IsPlain, _file.At(entry));
            _file.CheckSlug(entry, "option");
            if (entry.Key == OptionId.Unknown.Value)
                _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"Option 'unknown' of {of} is reserved for \"I do not know\"", "Write 'unknown: false' at the fact where it is no answer.");
            var label = entry.Value is YamlMap details ? ReadDetails(fact, entry, details) : (entry.Value as YamlText)?.Text.Trim();
            if (string.IsNullOrEmpty(label))
                _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"Option '{entry.Key}' of {of} has no label");
            var own = entry.Value is YamlMap withPrior ? _file.Number(withPrior, "prior", $"option '{entry.Key}'") : null;
            var prior = own ?? (priors is null ? null : _file.Number(priors, entry.Key, $"'prior' of {of}")) ?? 1;
            options.Add(new Option(new OptionId(entry.Key), label ?? "", prior, _file.At(entry)));
        }
        if (options.Count < 2)
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(fact), $"{char.ToUpperInvariant(of[0])}{of[1..]} has fewer than two options");
        if (options.Count > Fact.MaxOptions)
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(fact), $"{char.ToUpperInvariant(of[0])}{of[1..]} has more than {Fact.MaxOptions} options");
        foreach (var prior in priors?.Entries ?? [])
            if (!options.Any(option => option.Id.Value == prior.Key))
                _file.Fault(DiagnosticCodes.UnknownOption, _file.At(prior), $"'{prior.Key}' is not an option of '{fact.Key}'{NearName.Hint(prior.Key, options.Select(option => option.Id.Value))}");
        return options.ToImmutable();
    }

    private string? ReadDetails(YamlEntry fact, YamlEntry entry, YamlMap details)
    {
        var of = $"option '{entry.Key}'";
        _file.CheckKeys(details, of, "label", "prior", "aliases");
        foreach (var former in _file.Texts(details["aliases"], $"'aliases' of {of}"))
            _optionAliases[(new FactId(fact.Key), new OptionId(former.Text))] = new OptionId(entry.Key);
        return _file.Needed(details, "label", of);
    }

    /// <summary>Former names: of a fact, of an option as <c>fact.option</c>, or both in the fact itself.</summary>
    private void ReadAliases(YamlMap root, FactBook book)
    {
        foreach (var entry in _file.Map(root, "aliases", "the file")?.Entries ?? [])
        {
            if (entry.Value is not YamlText today)
                _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"The alias '{entry.Key}' names nothing");
            else if (entry.Key.Split('.') is [var fact, var option])
                AddOptionAlias(book, fact, option, today);
            else
                AddFactAlias(book, entry.Key, today.Text.Trim(), _file.At(today));
        }
        var facts = _file.Map(root, "facts", "the file")?.Entries ?? [];
        foreach (var entry in facts.Where(entry => book.PositionOf(entry.Key) >= 0))
        {
            var own = ((YamlMap)entry.Value)["aliases"];
            if (own is YamlMap options)
            {
                foreach (var option in options.Entries)
                    if (option.Value is YamlText today)
                        AddOptionAlias(book, entry.Key, option.Key, today);
            }
            else
            {
                foreach (var former in _file.Texts(own, $"'aliases' of fact '{entry.Key}'"))
                    AddFactAlias(book, former.Text.Trim(), entry.Key, _file.At(former));
            }
        }
    }

    private void AddFactAlias(FactBook book, string former, string today, SourceLocation at)
    {
        if (book.PositionOf(today) < 0)
            _file.Report(DiagnosticCodes.UnknownFact, at, $"Unknown fact '{today}' in 'aliases'{NearName.Hint(today, book.Names)}");
        else if (book.PositionOf(former) >= 0)
            _file.Report(DiagnosticCodes.DuplicateRule, at, $"'{former}' is a fact and cannot be a former name as well");
        else
            _factAliases[new FactId(former)] = new FactId(today);
    }

    private void AddOptionAlias(FactBook book, string fact, string former, YamlText today)
    {
        var position = book.PositionOf(fact);
        if (position < 0)
            _file.Report(DiagnosticCodes.UnknownFact, _file.At(today), $"Unknown fact '{fact}' in 'aliases'{NearName.Hint(fact, book.Names)}");
        else if (book.Facts[position].IndexOf(new OptionId(today.Text.Trim())) < 0)
            _file.Report(DiagnosticCodes.UnknownOption, _file.At(today), $"'{today.Text}' is not an option of '{fact}'{NearName.Hint(today.Text, book.Facts[position].Options.Select(option => option.Id.Value))}");
        else
            _optionAliases[(new FactId(fact), new OptionId(former))] = new OptionId(today.Text.Trim());
    }

    private ImmutableArray<Implication> ReadImplications(YamlMap root, FactBook book)
    {
        var implications = ImmutableArray.CreateBuilder<Implication>();
        var conditions = new ConditionReader(book, _file);
        foreach (var item in _file.List(root, "implies", "the file"))
        {
            if (item is not YamlMap map || _file.Map(map, "if", "an implication") is not { } when || _file.Map(map, "then", "an implication") is not { } then)
            {
                _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(item), "An implication needs 'if' and 'then'");
                continue;
            }
            _file.CheckKeys(map, "an implication", "if", "then", "because");
            var because = _file.Needed(map, "because", "an implication") ?? "";
            var (antecedent, consequence) = (conditions.Read(when, "an implication"), conditions.Read(then, "an implication"));
            if (antecedent is null || consequence is null)
                continue;
            if (antecedent.IsAlways || consequence.IsAlways || consequence.Cubes.Length != 1)
            {
                _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(item), "An implication needs facts on both sides, and no 'any' in 'then'");
                continue;
            }
            // Alternatives on the left are one implication each.
            implications.AddRange(antecedent.Cubes.Select(cube => new Implication(cube.Literals, consequence.Cubes[0].Literals, because, _file.At(item))));
        }
        return implications.ToImmutable();
    }

    private ImmutableDictionary<TopicId, TopicSettings> ReadTopics(YamlMap root)
    {
        var topics = ImmutableDictionary.CreateBuilder<TopicId, TopicSettings>();
        foreach (var entry in _file.Map(root, "topics", "the file")?.Entries ?? [])
        {
            var of = $"topic '{entry.Key}'";
            if (entry.Value is YamlText { IsNull: false } title)
            {
                topics[new TopicId(entry.Key)] = new TopicSettings { Title = title.Text.Trim(), Location = _file.At(entry) };
                continue;
            }
            if (entry.Value is not YamlMap map)
            {
                _file.Report(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"Topic '{entry.Key}' is no map of keys");
                continue;
            }
            _file.CheckKeys(map, of, TopicSettingsReader.Keys);
            topics[new TopicId(entry.Key)] = TopicSettingsReader.Read(_file, map, of) with { Location = _file.At(entry) };
        }
        return topics.ToImmutable();
    }

    private FallbackSettings? ReadFallback(YamlMap root)
    {
        if (_file.Map(root, "fallback", "the file") is not { } map)
            return null;
        _file.CheckKeys(map, "the fallback", "title", "body", "contact");
        return new FallbackSettings(
            _file.Text(map, "title", "the fallback") ?? Fallback.Default.Title, _file.Text(map, "body", "the fallback"), _file.Text(map, "contact", "the fallback"), _file.At(map["body"] ?? map));
    }
}
