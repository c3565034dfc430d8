using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>One YAML file of rules while it is read: its keys, and where what is wrong with them is written down.</summary>
internal sealed class RuleFile
{
    private static readonly string[] BooleanWords = ["yes", "no", "on", "off", "true", "false", "y", "n"];

    private readonly DiagnosticLog _log;
    private int _errors;

    private RuleFile(string path, DiagnosticLog log) => (Path, _log) = (path, log);

    public string Path { get; }

    /// <summary>The document; null where the file is no YAML map.</summary>
    public YamlMap? Root { get; private set; }

    /// <summary>What was reported so far that makes a rule unusable.</summary>
    public int Faults => _errors;

    public static RuleFile Read(SourceFile source, DiagnosticLog log)
    {
        var file = new RuleFile(source.Path, log);
        try
        {
            var duplicates = new List<YamlEntry>();
            var root = YamlReader.Read(source.Text, duplicates: duplicates, maxNodes: YamlReader.MaxRuleNodes);
            foreach (var twice in duplicates)
                file.Fault(DiagnosticCodes.DuplicateRule, file.At(twice), $"The key '{twice.Key}' is given twice");
            if (root is YamlMap map)
                file.Root = map;
            else if (root is YamlList { Items.Length: > 0 } list)
                file.Root = new YamlMap([new YamlEntry("", list, list.Line, list.Column)], list.Line, list.Column);
            else
                file.Fault(DiagnosticCodes.UnreadableRules, file.At(root), "The file is no map of keys");
        }
        catch (YamlSyntaxException exception)
        {
            file.Fault(DiagnosticCodes.UnreadableRules, new SourceLocation(source.Path, exception.Line, exception.Column), $"The file is not valid YAML: {exception.Message}");
        }
        return file;
    }

    public SourceLocation At(YamlValue value) => new(Path, value.Line, value.Column);

    public SourceLocation At(YamlEntry entry) => new(Path, entry.Line, entry.Column);

    /// <summary>Reports what is wrong and leaves the rule usable.</summary>
    public void Report(DiagnosticCode code, SourceLocation at, string message, string? advice = null) => _log.Add(code, at, message, advice);

    /// <summary>Reports what makes a rule unusable.</summary>
    public void Fault(DiagnosticCode code, SourceLocation at, string message, string? advice = null)
    {
        _errors++;
        _log.Add(code, at, message, advice);
    }

    /// <summary>Reports keys that nobody reads: a typing error, mostly.</summary>
    public void CheckKeys(YamlMap map, string of, params ReadOnlySpan<string> known)
    {
        foreach (var entry in map.Entries)
            if (!known.Contains(entry.Key))
                Report(DiagnosticCodes.UnexpectedRule, At(entry), $"'{entry.Key}' is not a key of {of}{NearName.Hint(entry.Key, known.ToArray())}");
    }

    /// <summary>The value of a key as a map; null where it is absent, and where it is something else, which is reported.</summary>
    public YamlMap? Map(YamlMap map, string key, string of)
    {
        if (IsAbsent(map[key]))
            return null;
        if (map[key] is YamlMap found)
            return found;
        Fault(DiagnosticCodes.UnexpectedRule, At(map[key]!), $"'{key}' of {of} is no map of keys");
        return null;
    }

    public ImmutableArray<YamlValue> List(YamlMap map, string key, string of)
    {
        if (IsAbsent(map[key]))
            return [];
        if (map[key] is YamlList list)
            return list.Items;
        Fault(DiagnosticCodes.UnexpectedRule, At(map[key]!), $"'{key}' of {of} is no list");
        return [];
    }

    /// <summary>A text, null where it is absent or empty.</summary>
    public string? Text(YamlMap map, string key, string of)
    {
        if (IsAbsent(map[key]))
            return null;
        if (map[key] is YamlText)
            return map.Text(key);
        Fault(DiagnosticCodes.UnexpectedRule, At(map[key]!), $"'{key}' of {of} is no text");
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public string? Needed(YamlMap map, string key, string of)
    {
        var text = Text(map, key, of);
        if (text is null && map[key] is null or YamlText)
            Fault(DiagnosticCodes.UnexpectedRule, At(map), $"{Capital(of)} has no '{key}'");
        return text;
    }

    /// <summary>A whole number of at least <paramref name="least"/>, null where it is absent.</summary>
    public int? Number(YamlMap map, string key, string of, int least = 1)
    {
        if (Text(map, key, of) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= MaxNumber)
            return number;
        Fault(DiagnosticCodes.UnexpectedRule, At(map[key]!), $"'{key}' of {of} is no number from {least} to {MaxNumber}");
        return null;
    }

    private const int MaxNumber = 1_000_000;

    /// <summary>True or false, null where it is absent.</summary>
    public bool? Flag(YamlMap map, string key, string of)
    {
        if (IsAbsent(map[key]))
            return null;
        if (YamlFlag.Read(map[key]) is { } flag)
            return flag;
        Fault(DiagnosticCodes.UnexpectedRule, At(map[key]!), $"'{key}' of {of} is neither true nor false");
        return null;
    }

    /// <summary>One text or a list of texts, with their places.</summary>
    public ImmutableArray<YamlText> Texts(YamlValue? value, string what)
    {
        switch (value)
        {
            case null or YamlText { IsNull: true }:
                return [];
            case YamlText text:
                return [text];
            case YamlList list when list.Items.All(item => item is YamlText { IsNull: false }):
                return [.. list.Items.Cast<YamlText>()];
            default:
                Fault(DiagnosticCodes.UnexpectedRule, At(value), $"{Capital(what)} is neither one name nor a list of names");
                return [];
        }
    }

    /// <summary>Reports a name that YAML takes for true or false.</summary>
    public void CheckWord(YamlText word) => CheckWord(word.Text, word.IsPlain, At(word));

    public void CheckWord(string word, bool isPlain, SourceLocation at)
    {
        if (isPlain && BooleanWords.Contains(word, StringComparer.OrdinalIgnoreCase))
            Report(DiagnosticCodes.BooleanName, at, $"The option '{word}' was read as a boolean; write '{word}' in quotes");
    }

    /// <summary>Whether a name is a slug: lower-case letters, digits and hyphens; anything else is reported.</summary>
    public bool CheckSlug(YamlEntry entry, string what)
    {
        if (entry.Key.Length is > 0 and <= 64 && entry.Key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') && entry.Key[0] != '-')
            return true;
        Fault(DiagnosticCodes.UnexpectedRule, At(entry), $"{Capital(what)} '{entry.Key}' is no slug", "Use lower-case letters, digits and hyphens.");
        return false;
    }

    private static bool IsAbsent(YamlValue? value) => value is null or YamlText { IsNull: true };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
