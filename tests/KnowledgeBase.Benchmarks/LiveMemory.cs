using System.Runtime.CompilerServices;

namespace KnowledgeBase.Benchmarks;

/// <summary>Managed memory that a snapshot keeps alive, a page.</summary>
internal static class LiveMemory
{
    public static void Print(int pages)
    {
        Build(300);
        var before = Settled();
        var snapshot = Build(pages);
        var after = Settled();
        Console.WriteLine($"{pages} pages: {(after - before) / 1024.0 / pages:0.0} kB a page, {(after - before) / 1e6:0} MB in all");
        GC.KeepAlive(snapshot);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static KnowledgeSnapshot Build(int pages) => new KnowledgeBuilder().Build(SyntheticSite.Make(pages));

    private static long Settled()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
