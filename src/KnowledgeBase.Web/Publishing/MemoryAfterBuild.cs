using System.Runtime;

namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// Gives back what a build needed and nothing needs any more. After the first edition that is most of it (grammars, parse trees, buffers), and readers are
/// few: the heap is tidied at once. After others, texts and what the edition before does not share are let go while readers go on. Either would stay until
/// the next full collection, which an idle site may never come to. It waits a moment, because visitors come first.
/// </summary>
internal sealed class MemoryAfterBuild(KnowledgePublisher publisher, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await publisher.WaitForFirstAsync(stoppingToken);
        await publisher.Build.WaitAsync(stoppingToken);
        await Task.Delay(Moment, clock, stoppingToken);
        // What is published from here on has a turn of its own.
        var news = publisher.NextNews;
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Trim();
        while (true)
        {
            await news.WaitAsync(stoppingToken);
            await Task.Delay(Moment, clock, stoppingToken);
            news = publisher.NextNews;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            // The collection goes on beside readers.
            await Task.Delay(Moment, clock, stoppingToken);
            Trim();
        }
    }

    private static void Trim()
    {
        // What grammars hold outside of the heap goes with them.
        GC.WaitForPendingFinalizers();
        NativeMemory.Trim();
    }
}
