using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Benchmarks;

/// <summary>What rules for many issues cost: time to compile and to prove, memory, and the time to choose a question on real interviews.</summary>
internal static class WizardScale
{
    private const int Interviews = 400;

    /// <param name="issues">How many known issues.</param>
    /// <param name="folder">Where the same files are written for the command line; null for nowhere.</param>
    public static async Task PrintAsync(int issues, string? folder)
    {
        var files = SyntheticRules.Make(issues);
        if (folder is not null)
            await SyntheticRules.WriteAsync(files, folder);
        Build(SyntheticRules.Make(100), proves: true);
        var (snapshot, compile) = Timed(() => Build(files, proves: false));
        var (proved, prove) = Timed(() => Build(files, proves: true));
        var rules = snapshot.Troubleshooters.Single();
        Print("Issues, facts, cubes", $"{rules.Issues.Length}, {rules.Facts.Length}, {rules.Issues.Sum(issue => issue.Condition.Cubes.Length)}");
        Print("Compile", compile);
        Print("Compile and prove", prove);
        Print("Diagnostics", string.Join(", ", proved.Diagnostics.GroupBy(one => one.Code.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}")));
        Print("Memory of the rules", $"{RulesMemory(files) / 1e6:0.0} MB");
        PrintQuestions(rules);
        Print("Whole diagnosis, no answer", Timed(() => rules.Diagnose(Answers.None)).Spent);
        var (map, drawing) = Timed(() => WayMap.Of(rules));
        Print($"Map ({(map is null ? "beyond its budget" : $"{map.Count} points")})", drawing);
    }

    /// <summary>Interviews with visitors who say something, or nothing, at random.</summary>
    private static void PrintQuestions(Troubleshooter rules)
    {
        var random = new Random(7);
        var times = new List<double>();
        var allocated = 0L;
        for (var interview = -20; interview < Interviews; interview++)
        {
            var answers = Answers.None;
            while (true)
            {
                var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                var next = rules.Next(answers);
                var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                if (interview >= 0)
                {
                    times.Add(took);
                    allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                }
                if (next is null)
                    break;
                answers = answers.With(new Answer(next.Id, next.AllowsUnknown && random.Next(4) == 0 ? null : next.Options[random.Next(next.Options.Length)].Id));
            }
        }
        times.Sort();
        Print("Next question", string.Create(CultureInfo.InvariantCulture, $"p50 {times[times.Count / 2]:0.000} ms, p99 {times[times.Count * 99 / 100]:0.000} ms, longest {times[^1]:0.000} ms, {allocated / times.Count} bytes each ({times.Count} of {Interviews} interviews)"));
    }

    /// <summary>What stays of a build with rules, less what stays of one without.</summary>
    private static long RulesMemory(ContentFiles files)
    {
        var without = Weigh(files with { Wizard = [], Sources = files.Sources.RemoveAll(file => file.Name == "wizard.yaml") });
        return Weigh(files) - without;
    }

    private static long Weigh(ContentFiles files)
    {
        var before = LiveMemory.Settled();
        var snapshot = Build(files, proves: false);
        var after = LiveMemory.Settled();
        GC.KeepAlive(snapshot);
        return after - before;
    }

    private static KnowledgeSnapshot Build(ContentFiles files, bool proves) => new KnowledgeBuilder(new BuildOptions { ColoursCode = false, ProvesRules = proves }).Build(files);

    private static (T Result, string Spent) Timed<T>(Func<T> work)
    {
        var (cpu, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var result = work();
        return (result, string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(wall).TotalSeconds:0.00} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.00} s of CPU"));
    }

    private static void Print(string what, string value) => Console.WriteLine($"{what,-28}{value}");
}
