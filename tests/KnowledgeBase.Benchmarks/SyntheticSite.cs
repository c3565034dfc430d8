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

    public static ContentFiles Make(int pages)
    {
        var random = new Random(20190814);
        var sources = new List<SourceFile>();
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < pages; index++)
        {
            var section = $"{(index / PagesPerSection) + 1:00}.section-{index / PagesPerSection}";
            var folder = $"{section}/{(index % PagesPerSection) + 1:00}.page-{index}";
            folders.Add(section);
            folders.Add(folder);
            sources.Add(new SourceFile($"{folder}/docs.en.md", Page(random, index, pages)));
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

    private static string Page(Random random, int index, int pages)
    {
        var text = new StringBuilder();
        text.AppendLine($"---\ntitle: 'Page {index}'\ndate: '{1 + (index % 28):00}-08-2019 10:51'\ntaxonomy:\n    category: [docs]\n    tag: [{Word(random)}, {Word(random)}]\n---\n");
        for (var section = 0; section < 6; section++)
        {
            text.AppendLine($"## {Sentence(random, 4)}\n");
            for (var paragraph = 0; paragraph < 3; paragraph++)
                text.AppendLine($"{Sentence(random, 30)} `{Word(random)}.{Word(random)}` **{Word(random)}** [{Word(random)}](/section-{index / PagesPerSection}/page-{random.Next(pages)}).\n");
            text.AppendLine(Block(random, section == 4 && index % 5 == 0 ? 4 : section % 4));
        }
        if (index % 15 == 0)
            text.AppendLine(Issue(random));
        return text.ToString();
    }

    private static string Block(Random random, int kind) => kind switch
    {
        0 => string.Concat(Enumerable.Range(0, 6).Select(_ => $"* {Sentence(random, 9)}\n")),
        1 => $"```bash\n{string.Concat(Enumerable.Range(0, 8).Select(_ => $"{Word(random)} --{Word(random)} {Word(random)}\n"))}```\n",
        2 => $"| {Word(random)} | {Word(random)} |\n|---|---|\n{string.Concat(Enumerable.Range(0, 8).Select(_ => $"| {Word(random)} | {Sentence(random, 4)} |\n"))}",
        3 => $"!! {Sentence(random, 14)}\n!! {Sentence(random, 14)}\n",
        _ => $"<details><summary>{Sentence(random, 4)}</summary>\n\n{Sentence(random, 30)}\n\n</details>\n",
    };

    private static string Issue(Random random) =>
        $"""
        ## {Sentence(random, 5)}

        **Affected Regions:**
        {Word(random)} and {Word(random)}

        **Problem Statement:**
        {Sentence(random, 40)}

        **Solutions:**

        * {Sentence(random, 20)}
        * {Sentence(random, 20)}

        """;

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));
}
