using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks;

/// <summary>What the search of a growing site costs: time and memory to index it, and how long questions and suggestions take then.</summary>
internal static class SearchScale
{
    private const int Questions = 300;

    /// <summary>Words of the synthetic language: about as many as a large documentation has.</summary>
    private const int Vocabulary = 20_000;

    private sealed record Cost(int Pages, double Wall, double Processor);

    /// <param name="largest">Pages of the largest site; the others have 250, 1,000 and 4,000.</param>
    public static void Print(int largest)
    {
        Console.WriteLine("   pages  sections   index ms  processor ms  memory MB   search p50 / p99 ms   suggest p50 / p99 ms   processor ms a search");
        var costs = ((int[])[250, 1000, 4000, largest]).Distinct().Where(pages => pages <= largest).Select(Measure).ToArray();
        for (var index = 1; index < costs.Length; index++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"growth exponent {costs[index - 1].Pages} to {costs[index].Pages} pages: {Exponent(costs[index - 1], costs[index]):F2}"));
        if (costs.Length > 1)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"growth exponent of all: {Exponent(costs[0], costs[^1]):F2} (of processor time; 1 is a cost that grows as the site does)"));
    }

    private static double Exponent(Cost small, Cost large) => Math.Log(large.Processor / small.Processor) / Math.Log((double)large.Pages / small.Pages);

    private static Cost Measure(int pages)
    {
        var snapshot = new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(SyntheticSite.Make(pages, Vocabulary));
        for (var run = 0; run < (pages <= 1000 ? 4 : 0); run++)
            SearchIndex.Build(snapshot);
        var before = LiveMemory.Settled();
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var index = SearchIndex.Build(snapshot);
        var cost = new Cost(pages, watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
        var memory = (LiveMemory.Settled() - before) / 1e6;
        var questions = QuestionsAbout(snapshot);
        var (search, processorOfSearch) = Times(questions, question => index.Search(new SearchQuery { Text = question }));
        var (suggest, _) = Times(questions, question => index.Suggest(question, 8));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages,8} {snapshot.Pages.Sum(page => page.Sections.Length),9} {cost.Wall,10:F0} {cost.Processor,13:F0} {memory,10:F0} {search[Questions / 2],14:F2} / {search[Questions * 99 / 100],-7:F2} {suggest[Questions / 2],12:F2} / {suggest[Questions * 99 / 100],-7:F2} {processorOfSearch,12:F2}"));
        GC.KeepAlive(snapshot);
        return cost;
    }

    private static (double[] Sorted, double Processor) Times(string[] questions, Action<string> ask)
    {
        foreach (var question in questions)
            ask(question);
        var processor = Environment.CpuUsage.TotalTime;
        var times = questions.Select(question =>
        {
            var watch = Stopwatch.StartNew();
            ask(question);
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ToArray();
        return (times, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / questions.Length);
    }

    /// <summary>One to six words that follow each other somewhere; every third with a slip, every fourth unfinished.</summary>
    private static string[] QuestionsAbout(KnowledgeSnapshot snapshot)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, Questions).Select(number =>
        {
            var sections = snapshot.Pages[random.Next(snapshot.Pages.Length)].Sections;
            var words = sections[random.Next(sections.Length)].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var text = string.Join(' ', words.Skip(random.Next(Math.Max(1, words.Length - 6))).Take(1 + random.Next(6)));
            var slip = text.Length / 2;
            return number % 3 == 0 && text.Length > 4 ? text.Remove(slip, 1) : number % 4 == 0 && text.Length > 4 ? text[..^2] : text;
        })];
    }
}
