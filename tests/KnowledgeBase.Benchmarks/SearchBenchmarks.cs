using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks;

/// <summary>The index of an edition, and what visitors ask it; without HTTP.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private KnowledgeSnapshot _snapshot = null!;
    private SearchIndex _index = null!;

    [Params(300, 4800)]
    public int Pages { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _snapshot = new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(SyntheticSite.Make(Pages));
        _index = SearchIndex.Build(_snapshot);
    }

    [Benchmark]
    public SearchIndex Index() => SearchIndex.Build(_snapshot);

    [Benchmark]
    public SearchResults Search() => _index.Search(new SearchQuery { Text = "router session rejects" });

    [Benchmark]
    public SearchResults SearchMistyped() => _index.Search(new SearchQuery { Text = "ruoter sesion" });

    [Benchmark]
    public ImmutableArray<Suggestion> Suggest() => _index.Suggest("snap", 8);
}
