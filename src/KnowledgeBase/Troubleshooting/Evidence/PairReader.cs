using System.Text.RegularExpressions;

namespace KnowledgeBase.Troubleshooting.Evidence;

/// <summary>A value found in output.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Without quotes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The whole line.</param>
internal readonly record struct Pair(string Key, string Value, int Line, string Text);

/// <summary>Finds the pairs of one format in a text that may hold the output of several commands; everything else is passed over.</summary>
internal static class PairReader
{
    /// <summary>The lines that have pairs, in order.</summary>
    public static IEnumerable<IReadOnlyList<Pair>> Read(EvidenceReader reader, string text) =>
        reader.Pairs == PairFormat.Pattern ? Matches(reader.Pattern!, text) : Lines(reader, text);

    private static IEnumerable<IReadOnlyList<Pair>> Lines(EvidenceReader reader, string text)
    {
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.Any(IsGarbled))
                continue;
            var pairs = reader.Pairs switch
            {
                PairFormat.Shell => Assignment(line, number, IsShellKey),
                PairFormat.Sysctl => Assignment(line, number, IsSysctlKey),
                _ => Words(line, number),
            };
            if (pairs.Count > 0)
                yield return pairs;
        }
    }

    /// <summary>A letter that no command prints into a value; what stands around it proves nothing.</summary>
    private static bool IsGarbled(char letter) => letter == '\uFFFD' || (char.IsControl(letter) && letter != '\t');

    private static List<Pair> Assignment(string line, int number, Func<string, bool> isKey)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            return [];
        var key = line[..equals].Trim();
        if (!isKey(key))
            return [];
        return Unquoted(line[(equals + 1)..].Trim()) is { } value ? [new Pair(key, value, number, line.Trim())] : [];
    }

    private static bool IsShellKey(string key) => key.Length > 0 && !char.IsAsciiDigit(key[0]) && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private static bool IsSysctlKey(string key) => key.Length > 0 && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '/');

    private static string? Unquoted(string value) => value switch
    {
        ['"' or '\'', ..] => value.Length > 1 && value[^1] == value[0] && !value.AsSpan(1, value.Length - 2).Contains(value[0]) ? value[1..^1] : null,
        _ => value,
    };

    private static List<Pair> Words(string line, int number)
    {
        var pairs = new List<Pair>();
        foreach (var word in line.Split([' ', '\t', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals < word.Length - 1)
                pairs.Add(new Pair(word[..equals], word[(equals + 1)..], number, line.Trim()));
        }
        return pairs;
    }

    private static IEnumerable<IReadOnlyList<Pair>> Matches(Regex pattern, string text)
    {
        var (number, counted) = (1, 0);
        foreach (Match match in pattern.Matches(text))
        {
            number += text.AsSpan(counted, match.Index - counted).Count('\n');
            counted = match.Index;
            var line = match.Value.Split('\n')[0].Trim();
            var pairs = match.Groups.Values.Where(group => group.Success && !char.IsAsciiDigit(group.Name[0])).Select(group => new Pair(group.Name, group.Value, number, line)).ToList();
            if (pairs.Count > 0)
                yield return pairs;
        }
    }
}
