using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Reads <c>search/synonyms.txt</c>: a group a line; a <c>#</c> that begins a line or follows a blank begins a comment.</summary>
internal static class SynonymReader
{
    /// <summary>The file, beside the pages root.</summary>
    public const string FileName = "search/synonyms.txt";

    private const int MaxEntries = 20;
    private const int MaxWords = 6;

    /// <summary>The groups of a site: its own file's, else those that the product ships.</summary>
    public static ImmutableArray<SynonymGroup> Read(ContentFiles files, DiagnosticLog log) =>
        files.Configuration.FirstOrDefault(file => file.Path == FileName) is { } own ? Read(own, log) : Shipped.Value;

    private static readonly Lazy<ImmutableArray<SynonymGroup>> Shipped = new(() =>
    {
        using var reader = new StreamReader(typeof(SynonymReader).Assembly.GetManifestResourceStream(FileName)!);
        return Read(new SourceFile(FileName, reader.ReadToEnd()), new DiagnosticLog());
    });

    /// <summary>The groups of a file; a line that says nothing usable is reported and left out.</summary>
    public static ImmutableArray<SynonymGroup> Read(SourceFile file, DiagnosticLog log)
    {
        var groups = ImmutableArray.CreateBuilder<SynonymGroup>();
        foreach (var (number, line) in file.Text.Split('\n').Index())
        {
            var text = WithoutComment(line).Trim();
            if (text.Length == 0)
                continue;
            var group = Parse(text, out var fault);
            if (group is not null)
                groups.Add(group);
            else
                log.Add(DiagnosticCodes.UnreadableSynonyms, new SourceLocation(file.Path, number + 1), fault);
        }
        return groups.ToImmutable();
    }

    private static string WithoutComment(string line) =>
        line.StartsWith('#') ? "" : line.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var comment ? line[..comment] : line;

    private static SynonymGroup? Parse(string line, out string fault)
    {
        var sides = line.Split("=>");
        var relation = sides.Length > 1 ? SynonymRelation.Implies : line.Contains('=', StringComparison.Ordinal) ? SynonymRelation.Equal : SynonymRelation.Related;
        var asked = Entries(sides[0]);
        ImmutableArray<string> entries = [.. asked, .. sides.Skip(1).SelectMany(side => Entries(side))];
        fault = relation switch
        {
            SynonymRelation.Implies when sides.Length > 2 || asked.Length != 1 => "A line with '=>' has one entry before it",
            _ when entries.Length < 2 => "A line of synonyms has two entries or more",
            _ when entries.Length > MaxEntries => $"A line of synonyms has at most {MaxEntries} entries",
            _ => entries.FirstOrDefault(entry => entry.Split(' ').Length > MaxWords) is { } phrase ? $"The entry '{phrase}' has more than {MaxWords} words"
                : entries.FirstOrDefault(entry => !entry.Any(char.IsLetterOrDigit)) is { } empty ? $"The entry '{empty}' has no word" : "",
        };
        return fault.Length == 0 ? new SynonymGroup(relation, entries) : null;
    }

    private static ImmutableArray<string> Entries(string text) =>
        [.. text.Split([',', '='], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
