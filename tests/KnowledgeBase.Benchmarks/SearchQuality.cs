using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Lucene;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// Asks judged questions and prints how many find their answer, in the first place and among the first three, by kind; once with the ranking's numbers as
/// they are, and once for each setting such as <c>Stem=0.6,Coverage=1</c>. <c>plain</c> leaves the synonyms out, <c>list</c> shows what is not found first,
/// <c>answers:FILE</c> keeps the answers to each question as JSON, for a paired comparison of two runs.
/// </summary>
internal static class SearchQuality
{
    private sealed record Judged(string Id, string Kind, string Question, HashSet<string> Answers);

    public static async Task PrintAsync(string folder, string questions, string[] settings)
    {
        var snapshot = new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(await ContentFolder.Open(folder).ReadAsync());
        if (settings.Contains("plain"))
            snapshot = snapshot with { Synonyms = [] };
        var judged = File.ReadLines(questions).Select(Read).ToArray();
        PrintUnknown(judged, snapshot);
        var index = Build(snapshot);
        if (settings.FirstOrDefault(setting => setting.StartsWith("answers:", StringComparison.Ordinal)) is { } answers)
            await File.WriteAllTextAsync(answers["answers:".Length..], AnswersOf(index, judged));
        foreach (var setting in settings.Where(setting => setting.Contains('=')).Prepend(""))
            Print(setting, index.With(Weights(setting)), judged, setting.Length == 0 && settings.Contains("list"));
    }

    private static Judged Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var answers = json.RootElement.GetProperty("relevant").EnumerateArray().Select(answer => answer.GetProperty("url").GetString()!);
        return new Judged(json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("kind").GetString()!, json.RootElement.GetProperty("q").GetString()!, answers.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Another edition of a manual may have lost what was judged; a figure counts only where nothing is unknown.</summary>
    private static void PrintUnknown(Judged[] judged, KnowledgeSnapshot snapshot)
    {
        var addresses = snapshot.Pages.SelectMany(page => page.Headings.Select(heading => $"{page.Route}#{heading.Id}").Append(page.Route)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var question in judged)
            foreach (var answer in question.Answers.Where(answer => !addresses.Contains(answer)))
                Console.WriteLine($"unknown: {answer} ({question.Id})");
    }

    private static SearchIndex Build(KnowledgeSnapshot snapshot)
    {
        SearchIndex? index = null;
        for (var run = 0; run < 5; run++)
        {
            var (wall, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            index = SearchIndex.Build(snapshot);
            Console.WriteLine($"index of {snapshot.Pages.Length} pages: {wall.ElapsedMilliseconds} ms, {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds:F0} ms of processor time");
        }
        return index!;
    }

    private static RankingWeights Weights(string setting)
    {
        var weights = RankingWeights.Default with { };
        foreach (var pair in setting.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')))
        {
            var number = typeof(RankingWeights).GetProperty(pair[0]) ?? throw new ArgumentException($"The ranking has no number '{pair[0]}'.");
            number.SetValue(weights, float.Parse(pair[1], CultureInfo.InvariantCulture));
        }
        return weights;
    }

    private static void Print(string setting, SearchIndex index, Judged[] judged, bool listsMisses)
    {
        var ranks = judged.Select(question => (question.Kind, Rank: RankOf(index, question, listsMisses))).ToArray();
        var times = judged.Select(question => Time(index, question)).Order().ToArray();
        Console.WriteLine($"{setting,-24} p50 {times[times.Length / 2]:F2} ms, p99 {times[times.Length * 99 / 100]:F2} ms");
        foreach (var kind in ranks.GroupBy(rank => rank.Kind).Prepend(ranks.GroupBy(_ => "all").First()))
            Console.WriteLine($"  {kind.Key,-12} success@1 {kind.Average(rank => rank.Rank == 1 ? 100.0 : 0),5:F1}  @3 {kind.Average(rank => rank.Rank is > 0 and <= 3 ? 100.0 : 0),5:F1}  MRR {kind.Average(rank => rank.Rank > 0 ? 100.0 / rank.Rank : 0),5:F1}");
    }

    private static int RankOf(SearchIndex index, Judged question, bool listsMisses)
    {
        var found = index.Search(new SearchQuery { Text = question.Question }).Hits.Select(hit => hit.Url).ToList();
        var rank = found.FindIndex(question.Answers.Contains) + 1;
        if (listsMisses && rank != 1)
            Console.WriteLine($"  {question.Kind} {rank}: {question.Question} · found {found.FirstOrDefault()} · meant {question.Answers.First()}");
        return rank;
    }

    private static string AnswersOf(SearchIndex index, Judged[] judged) => JsonSerializer.Serialize(new
    {
        name = "KnowledgeBase",
        results = judged.ToDictionary(question => question.Id, question => new { urls = index.Search(new SearchQuery { Text = question.Question }).Hits.Select(hit => hit.Url), ms = Time(index, question) }),
    });

    private static double Time(SearchIndex index, Judged question)
    {
        var watch = Stopwatch.StartNew();
        index.Search(new SearchQuery { Text = question.Question });
        return watch.Elapsed.TotalMilliseconds;
    }
}
