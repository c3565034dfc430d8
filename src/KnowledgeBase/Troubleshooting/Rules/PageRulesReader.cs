using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>Reads one <c>wizard.yaml</c>.</summary>
internal sealed class PageRulesReader
{
    public const string Name = "wizard.yaml";

    private readonly RuleFile _file;
    private readonly ConditionReader _conditions;

    private PageRulesReader(FactBook book, RuleFile file)
    {
        _file = file;
        _conditions = new ConditionReader(book, file);
    }

    /// <summary>The rules; null where the file does not even name its topic, which is reported.</summary>
    public static PageRules? Read(SourceFile source, FactBook book, DiagnosticLog log)
    {
        var file = RuleFile.Read(source, log);
        if (file.Root is { } root)
            return new PageRulesReader(book, file).Read(root, source);
        // A file that is no YAML may still show its topic to a plain look, so that this topic steps aside and is not silently poorer.
        return TopicLine(source.Text) is { } topic
            ? new PageRules(source.Path, source.Folder, new TopicId(topic), new SourceLocation(source.Path), TopicSettings.None, [], $"{source.Path} cannot be read")
            : null;
    }

    private static string? TopicLine(string text) =>
        text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.StartsWith("topic:", StringComparison.Ordinal)).Select(line => line["topic:".Length..].Split('#')[0].Trim(' ', '\t', '"', '\''))
            .FirstOrDefault(topic => topic.Length > 0);

    private PageRules? Read(YamlMap root, SourceFile source)
    {
        _file.CheckKeys(root, "the file", ["topic", "issues", .. TopicSettingsReader.Keys]);
        if (_file.Needed(root, "topic", "the file") is not { } topic)
            return null;
        var entry = root.Entries.First(one => one.Key == "topic");
        _file.CheckSlug(entry with { Key = topic }, "topic");
        ImmutableArray<IssueRuleDraft> issues = [.. (_file.Map(root, "issues", "the file")?.Entries ?? []).Select(Issue).OfType<IssueRuleDraft>()];
        var settings = TopicSettingsReader.Read(_file, root, "the file");
        return new PageRules(
            source.Path, source.Folder, new TopicId(topic), _file.At(entry.Value), settings, issues, _file.Faults > 0 ? $"{source.Path} has rules that cannot be used" : null);
    }

    private IssueRuleDraft? Issue(YamlEntry entry)
    {
        var of = $"issue '{entry.Key}'";
        _file.CheckSlug(entry, "issue");
        if (entry.Value is not YamlMap map)
        {
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"Issue '{entry.Key}' is no map of keys");
            return null;
        }
        _file.CheckKeys(map, of, "anchor", "when", "solutions", "no_solution", "weight", "specific_to");
        var when = _file.Map(map, "when", of);
        if (when is null && map["when"] is null)
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"Issue '{entry.Key}' has no 'when'");
        if (when is { Entries.Length: 0 })
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"Issue '{entry.Key}' would match whatever is answered");
        return new IssueRuleDraft
        {
            Id = new RuleId(entry.Key),
            Anchor = _file.Text(map, "anchor", of) ?? entry.Key,
            AnchorAt = map["anchor"] is { } anchor ? _file.At(anchor) : _file.At(entry),
            Condition = (when is null ? null : _conditions.Read(when, of)) ?? Condition.Always,
            Solutions = [.. (_file.Map(map, "solutions", of)?.Entries ?? []).Select(solution => Solution(solution, entry.Key)).OfType<SolutionRuleDraft>()],
            HasNoSolution = _file.Flag(map, "no_solution", of) ?? false,
            Weight = _file.Number(map, "weight", of) ?? 1,
            SpecificTo = [.. _file.Texts(map["specific_to"], $"'specific_to' of {of}").Select(text => new RuleId(text.Text.Trim()))],
            Location = _file.At(entry),
        };
    }

    private SolutionRuleDraft? Solution(YamlEntry entry, string issue)
    {
        var of = $"solution '{entry.Key}' of '{issue}'";
        _file.CheckSlug(entry, "solution");
        if (entry.Value is not YamlMap map)
        {
            _file.Fault(DiagnosticCodes.UnexpectedRule, _file.At(entry), $"Solution '{entry.Key}' of '{issue}' is no map of keys");
            return null;
        }
        _file.CheckKeys(map, of, "text", "note", "when");
        var condition = _file.Map(map, "when", of) is { } when ? _conditions.Read(when, of) : null;
        return _file.Needed(map, "text", of) is { } text
            ? new SolutionRuleDraft(entry.Key, text, _file.At(map["text"]!), _file.Text(map, "note", of), _file.At(map["note"] ?? map), condition ?? Condition.Always, _file.At(entry))
            : null;
    }
}
