using System.Diagnostics;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Lucene;

namespace KnowledgeBase.Benchmarks;

internal static class SearchQuality
{
    private sealed record Judged(string Kind, string Text, HashSet<string> Relevant);

    public static async Task PrintAsync(string folder, string queries, string[] settings)
    {
        var snapshot = new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(await ContentFolder.Open(folder).ReadAsync());
        var weights = RankingWeights.Default;
        var judged = File.ReadLines(queries).Select(line => JsonDocument.Parse(line).RootElement).Select(query => new Judged(query.GetProperty("kind").GetString()!, query.GetProperty("q").GetString()!, query.GetProperty("relevant").EnumerateArray().Select(url => url.GetProperty("url").GetString()!.ToLowerInvariant()).ToHashSet())).ToList();
        if (settings.Contains("plain"))
            snapshot = snapshot with { Synonyms = [] };
        SearchIndex? index = null;
        for (var run = 0; run < 4; run++)
        {
            var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            index = SearchIndex.Build(snapshot);
            Console.WriteLine($"index {watch.ElapsedMilliseconds} ms, {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:F0} ms of processor time");
        }
        var listing = settings.Contains("list");
        foreach (var setting in settings.Where(setting => setting.Contains('=')).Prepend(""))
        {
            var changed = weights;
            foreach (var one in setting.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                var property = typeof(RankingWeights).GetProperty(one.Split('=')[0])!;
                changed = changed with { };
                property.SetValue(changed, float.Parse(one.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture));
            }
            Print(setting, index!.With(changed), judged, listing && setting.Length == 0);
        }
    }

    private static void Print(string setting, SearchIndex index, List<Judged> judged, bool listing)
    {
        foreach (var query in judged)
            _ = index.Search(new SearchQuery { Text = query.Text });
        var times = new List<double>();
        var ranks = judged.Select(query =>
        {
            var watch = Stopwatch.StartNew();
            var found = index.Search(new SearchQuery { Text = query.Text }).Hits.Select(hit => hit.Url.ToLowerInvariant()).ToList();
            times.Add(watch.Elapsed.TotalMilliseconds);
            var rank = found.FindIndex(query.Relevant.Contains) + 1;
            if (listing && rank != 1)
                Console.WriteLine($"{query.Kind} {rank} | {query.Text} | {found.FirstOrDefault()} | {query.Relevant.First()}");
            return (query.Kind, Rank: rank);
        }).ToList();
        times.Sort();
        Console.WriteLine($"{setting}  p50 {times[times.Count / 2]:F2} p99 {times[times.Count * 99 / 100]:F2}");
        foreach (var kind in ranks.GroupBy(rank => rank.Kind).Prepend(ranks.GroupBy(_ => "all").First()))
            Console.Write($" {kind.Key} {kind.Average(rank => rank.Rank == 1 ? 100.0 : 0):F0}/{kind.Average(rank => rank.Rank is > 0 and <= 3 ? 100.0 : 0):F0}/{kind.Average(rank => rank.Rank > 0 ? 100.0 / rank.Rank : 0):F1}");
        Console.WriteLine();
    }
}
