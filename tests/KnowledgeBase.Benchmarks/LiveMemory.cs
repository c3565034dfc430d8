using System.Globalization;
using System.Runtime.CompilerServices;
using KnowledgeBase.Content;

namespace KnowledgeBase.Benchmarks;

/// <summary>Managed memory that a snapshot keeps alive, a page.</summary>
internal static class LiveMemory
{
    /// <param name="what">A number of synthetic pages, or a content folder.</param>
    public static async Task PrintAsync(string what)
    {
        Build(SyntheticSite.Make(300));
        var before = Settled();
        var snapshot = Build(await FilesAsync(what));
        var after = Settled();
        Console.WriteLine($"{snapshot.Pages.Length} pages: {(after - before) / 1024.0 / snapshot.Pages.Length:0.0} kB a page, {(after - before) / 1e6:0} MB in all");
        GC.KeepAlive(snapshot);
    }

    private static async Task<ContentFiles> FilesAsync(string what) =>
        int.TryParse(what, CultureInfo.InvariantCulture, out var pages) ? SyntheticSite.Make(pages) : await ContentFolder.Open(what).ReadAsync();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static KnowledgeSnapshot Build(ContentFiles files) => new KnowledgeBuilder().Build(files);

    public static long Settled()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
