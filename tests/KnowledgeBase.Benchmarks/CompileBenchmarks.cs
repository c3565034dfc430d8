using BenchmarkDotNet.Attributes;
using KnowledgeBase.Content;

namespace KnowledgeBase.Benchmarks;

/// <summary>Files to snapshot, all five steps, without search index. The ratio to 300 pages shows how the cost grows.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class CompileBenchmarks
{
    private ContentFiles _files = null!;

    [Params(300, 1200, 4800)]
    public int Pages { get; set; }

    [GlobalSetup]
    public void Setup() => _files = SyntheticSite.Make(Pages);

    [Benchmark]
    public KnowledgeSnapshot Compile() => new KnowledgeBuilder().Build(_files);
}
