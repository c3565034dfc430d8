using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>
/// Reads the YAML of a header: strictly first, and where that fails key by key, so that one bad line costs at most itself. Real sites rely on it:
/// <c>title: Reference: Fields</c>, tabs as indentation, <c>key: @value</c>, a whole line in quotes.
/// </summary>
internal static partial class HeaderReader
{
    public static YamlMap Read(string file, string yaml, int firstLine, DiagnosticLog log)
    {
        var text = LeadingTabs().Replace(yaml, tabs => tabs.Value.Replace("\t", "    ", StringComparison.Ordinal));
        var duplicates = new List<YamlEntry>();
        try
        {
            var value = YamlReader.Read(text, firstLine, duplicates);
            foreach (var entry in duplicates)
                log.Add(DiagnosticCodes.DuplicateKey, new SourceLocation(file, entry.Line), $"The key '{entry.Key}' is given twice");
            if (value is YamlMap map)
                return map;
            return ReadLeniently(file, text, firstLine, "it is no list of keys", log);
        }
        catch (YamlSyntaxException exception)
        {
            return ReadLeniently(file, text, firstLine, exception.Message, log);
        }
    }

    private static YamlMap ReadLeniently(string file, string yaml, int firstLine, string reason, DiagnosticLog log)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = yaml.Split('\n');
        for (var index = 0; index < lines.Length;)
        {
            var block = BlockLength(lines, index);
            var at = new SourceLocation(file, firstLine + index);
            if (ReadBlock(lines.AsSpan(index, block), at.Line, out var wasRepaired) is { } entry)
            {
                entries.Add(entry);
                if (wasRepaired)
                    log.Add(DiagnosticCodes.HeaderReadLeniently, at, $"The value of '{entry.Key}' is not valid YAML and was taken as text: {reason}");
            }
            else if (!IsEmpty(lines[index]))
            {
                log.Add(DiagnosticCodes.HeaderLineLost, at, $"This part of the header cannot be read and is left out: {reason}");
            }
            index += block;
        }
        return new YamlMap(entries.ToImmutable(), firstLine, 1);
    }

    /// <summary>A line and what is indented below it, or a list that follows its key without indentation.</summary>
    private static int BlockLength(string[] lines, int start)
    {
        var end = start + 1;
        while (end < lines.Length && (IsEmpty(lines[end]) || lines[end][0] == ' ' || lines[end].StartsWith("- ", StringComparison.Ordinal)))
            end++;
        return end - start;
    }

    private static bool IsEmpty(string line) => line.AsSpan().Trim() is [] or ['#', ..];

    private static YamlEntry? ReadBlock(ReadOnlySpan<string> lines, int line, out bool wasRepaired)
    {
        wasRepaired = false;
        if (TryReadStrictly(string.Join('\n', lines!), line) is { Entries: [var entry, ..] })
            return entry;
        wasRepaired = true;
        if (KeyLine().Match(Unquote(lines[0])) is not { Success: true } match)
            return null;
        var rest = Unquote(match.Groups["value"].Value);
        return rest.Length > 0 || lines.Length == 1
            ? new YamlEntry(match.Groups["key"].Value, new YamlText(rest, rest.Length == 0, line, match.Groups["value"].Index + 1), line)
            : null;
    }

    private static YamlMap? TryReadStrictly(string yaml, int line)
    {
        try
        {
            return YamlReader.Read(yaml, line) as YamlMap;
        }
        catch (YamlSyntaxException)
        {
            return null; // The caller tries the next, more lenient reading and reports the line.
        }
    }

    private static string Unquote(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length >= 2 && trimmed[0] == trimmed[^1] && trimmed[0] is '\'' or '"' ? trimmed[1..^1] : trimmed;
    }

    [GeneratedRegex(@"^[ \t]*\t[ \t]*", RegexOptions.Multiline)]
    private static partial Regex LeadingTabs();

    [GeneratedRegex(@"^(?<key>[A-Za-z0-9_-]+):\s*(?<value>.*)$", RegexOptions.Singleline)]
    private static partial Regex KeyLine();
}
