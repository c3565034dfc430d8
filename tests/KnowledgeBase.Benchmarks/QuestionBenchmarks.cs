using BenchmarkDotNet.Attributes;
using KnowledgeBase.Content;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Benchmarks;

/// <summary>From answers to the next question: at the start of an interview, and in its middle.</summary>
[MemoryDiagnoser]
public class QuestionBenchmarks
{
    private Troubleshooter _rules = null!;
    private Answers _middle = null!;

    /// <summary>Known issues of a synthetic topic; 0 for the network topic that is shipped.</summary>
    [Params(0, 500, 5_000)]
    public int Issues { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        var files = Issues == 0 ? await ContentFolder.Open(ShippedContent).ReadAsync() : SyntheticRules.Make(Issues);
        _rules = new KnowledgeBuilder(new BuildOptions { ColoursCode = false, ProvesRules = false }).Build(files).Troubleshooters[0];
        _middle = Answers.None;
        for (var asked = 0; asked < 2 && _rules.Next(_middle) is { } fact; asked++)
            _middle = _middle.With(new Answer(fact.Id, fact.Options[0].Id));
    }

    [Benchmark]
    public Fact? First() => _rules.Next(Answers.None);

    [Benchmark]
    public Fact? Third() => _rules.Next(_middle);

    /// <summary>The folder <c>content</c> of the repository, wherever the benchmarks run.</summary>
    private static string ShippedContent
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
                folder = folder.Parent ?? throw new DirectoryNotFoundException("The benchmarks run outside the repository.");
            return Path.Combine(folder.FullName, "content");
        }
    }
}
