using System.Runtime;

namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// Gives back once what the start and the first edition needed and nothing needs any more: grammars, parse trees, buffers. It would stay until the next
/// full collection, which an idle site may never come to. It waits a moment, because visitors come first.
/// </summary>
internal sealed class MemoryAfterStart(KnowledgePublisher publisher, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await publisher.WaitForFirstAsync(stoppingToken);
        await Task.Delay(Moment, clock, stoppingToken);
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
