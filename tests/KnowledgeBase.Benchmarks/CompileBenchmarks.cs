using BenchmarkDotNet.Attributes;
using KnowledgeBase.Content;

namespace KnowledgeBase.Benchmarks;

/// <summary>Files to snapshot, all five steps, warm, without search index. The ratio to 300 pages shows how the cost grows.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    // As in the site: the builder stays from one edition to the next and remembers code that it has coloured.
    private readonly KnowledgeBuilder _builder = new();
    private ContentFiles _files = null!;

    [Params(300, 1200, 4800)]
    public int Pages { get; set; }

    [GlobalSetup]
    public void Setup() => _files = SyntheticSite.Make(Pages);

    [Benchmark]
    public KnowledgeSnapshot Compile() => _builder.Build(_files);
}
