using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Content;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// A site of a given number of pages, the same in every run: about 7 kB of Markdown a page with headings, lists, tables, code, notices and links, every
/// fifth page raw HTML, every fifteenth known issues.
/// </summary>
internal static class SyntheticSite
{
    private const int PagesPerSection = 25;

    private static readonly string[] Words =
    [
        "network", "server", "volume", "snapshot", "region", "address", "router", "subnet", "balancer", "instance", "image", "project", "quota", "token",
        "gateway", "traffic", "packet", "session", "storage", "bucket", "object", "cluster", "worker", "policy", "rule", "group", "access", "console",
        "after", "before", "every", "never", "while", "between", "should", "could", "creates", "deletes", "waits", "answers", "connects", "rejects",
    ];

    /// <param name="pages">How many.</param>
    /// <param name="words">Different words, few of them frequent as in any language; 0 for the few dozen above, each as frequent as the others.</param>
    public static ContentFiles Make(int pages, int words = 0)
    {
        var speech = new Speech(new Random(20190814), words == 0 ? Words : [.. Words, .. Enumerable.Range(Words.Length, words).Select(Name)], IsEven: words == 0);
        var sources = new List<SourceFile>();
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < pages; index++)
        {
            var section = $"{(index / PagesPerSection) + 1:00}.section-{index / PagesPerSection}";
            var folder = $"{section}/{(index % PagesPerSection) + 1:00}.page-{index}";
            folders.Add(section);
            folders.Add(folder);
            sources.Add(new SourceFile($"{folder}/docs.en.md", Page(speech, index, pages)));
        }
        return new ContentFiles
        {
            Folders = [.. folders],
            Sources = [.. sources.OrderBy(source => source.Path, StringComparer.Ordinal)],
            Media = [],
            Configuration = [],
            Diagnostics = [],
        };
    }

    private static string Page(Speech speech, int index, int pages)
    {
        var text = new StringBuilder();
        text.AppendLine($"---\ntitle: 'Page {index}'\ndate: '{1 + (index % 28):00}-08-2019 10:51'\ntaxonomy:\n    category: [docs]\n    tag: [{Word(speech)}, {Word(speech)}]\n---\n");
        for (var section = 0; section < 6; section++)
        {
            text.AppendLine($"## {Sentence(speech, 4)}\n");
            for (var paragraph = 0; paragraph < 3; paragraph++)
                text.AppendLine($"{Sentence(speech, 30)} `{Word(speech)}.{Word(speech)}` **{Word(speech)}** [{Word(speech)}](/section-{index / PagesPerSection}/page-{speech.Random.Next(pages)}).\n");
            text.AppendLine(Block(speech, section == 4 && index % 5 == 0 ? 4 : section % 4));
        }
        if (index % 15 == 0)
            text.AppendLine(Issue(speech));
        return text.ToString();
    }

    private static string Block(Speech speech, int kind) => kind switch
    {
        0 => string.Concat(Enumerable.Range(0, 6).Select(_ => $"* {Sentence(speech, 9)}\n")),
        1 => $"```bash\n{string.Concat(Enumerable.Range(0, 8).Select(_ => $"{Word(speech)} --{Word(speech)} {Word(speech)}\n"))}```\n",
        2 => $"| {Word(speech)} | {Word(speech)} |\n|---|---|\n{string.Concat(Enumerable.Range(0, 8).Select(_ => $"| {Word(speech)} | {Sentence(speech, 4)} |\n"))}",
        3 => $"!! {Sentence(speech, 14)}\n!! {Sentence(speech, 14)}\n",
        _ => $"<details><summary>{Sentence(speech, 4)}</summary>\n\n{Sentence(speech, 30)}\n\n</details>\n",
    };

    private static string Issue(Speech speech) =>
        $"""
        ## {Sentence(speech, 5)}

        **Affected Regions:**
        {Word(speech)} and {Word(speech)}

        **Problem Statement:**
        {Sentence(speech, 40)}

        **Solutions:**

        * {Sentence(speech, 20)}
        * {Sentence(speech, 20)}

        """;

    private sealed record Speech(Random Random, string[] Words, bool IsEven);

    private static string Word(Speech speech) => speech.Words[speech.IsEven ? speech.Random.Next(speech.Words.Length) : (int)(speech.Words.Length * Math.Pow(speech.Random.NextDouble(), 4))];

    /// <summary>A word that nobody knows, of syllables: the same for the same number.</summary>
    private static string Name(int number) => string.Concat(Enumerable.Range(0, 3).Select(place => "bdfgklmnprstvz"[number / (int)Math.Pow(14, place) % 14].ToString() + "aeiou"[(number + place) % 5])) + (number % 3 == 0 ? "tion" : "");

    private static string Sentence(Speech speech, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(speech)));
}
