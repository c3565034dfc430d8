using System.Diagnostics;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Ready;

/// <summary>
/// Makes the answers of each edition that readers are likely to want, under the names that they use, while nobody waits for them: one at a time, no more
/// than half of the time and a tenth while others are answered, so that readers have the processors, and never during a build.
/// </summary>
internal sealed partial class RenderingAhead(KnowledgePublisher publisher, ReadyAnswers answers, ILogger<RenderingAhead> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // Times that making an answer took, to rest after it.
    private const int Rest = 1;
    private const int RestAmongReaders = 9;

    // One for readers, one for this.
    private const int Threads = 2;

    // Tidied within some 20 ms.
    private const long SmallHeapBytes = 64 * 1024 * 1024;

    private bool _isTidy;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!answers.IsOn)
            return;
        KeepThreadForReaders();
        await publisher.WaitForFirstAsync(stoppingToken);
        // Under each name once an edition; names come with their first request.
        var done = new HashSet<OriginAnswers>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var news = publisher.NextNews;
            if (answers.Current is { } edition && edition.Origins.FirstOrDefault(origin => !done.Contains(origin)) is { } origin)
            {
                if (await PrepareAsync(edition, origin, stoppingToken))
                {
                    done.Add(origin);
                    TidyOnce();
                }
                done.IntersectWith(edition.Origins);
            }
            else
            {
                await Task.WhenAny(news, Task.Delay(Look, stoppingToken));
            }
        }
    }

    /// <summary>On one processor the pool of the process begins with one thread, and whoever asks would wait until that is done with compressing a page.</summary>
    private static void KeepThreadForReaders()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Threads), completions);
    }

    /// <summary>True where it came to its end, false where another edition came first.</summary>
    private async Task<bool> PrepareAsync(ReadyEdition edition, OriginAnswers origin, CancellationToken stoppingToken)
    {
        var started = Stopwatch.GetTimestamp();
        var count = 0;
        var asked = answers.Asked;
        foreach (var path in edition.Addresses.ByWish())
        {
            await publisher.Build.WaitAsync(stoppingToken);
            if (!edition.HasRoom)
                break;
            if (publisher.Current != edition.Knowledge)
                return false;
            var began = Stopwatch.GetTimestamp();
            try
            {
                await edition.PrepareAsync(origin, path);
                count++;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // An edge: whoever asks for this page gets the failure, and all others their pages.
                LogFailed(path, exception);
            }
            await Task.Delay(Stopwatch.GetElapsedTime(began) * (answers.Asked == asked ? Rest : RestAmongReaders), stoppingToken);
            asked = answers.Asked;
        }
        origin.ForgetCarried();
        var took = Stopwatch.GetElapsedTime(started);
        LogReady(edition.Knowledge.Snapshot.Version, count, took);
        return true;
    }

    /// <summary>
    /// Gives back what rendering the first edition left behind: it would stay on a site that few read. Of a large heap it is a small part, and tidying that would
    /// hold up whoever comes now.
    /// </summary>
    private void TidyOnce()
    {
        if (!_isTidy && GC.GetTotalMemory(forceFullCollection: false) < SmallHeapBytes)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        _isTidy = true;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Edition {Version}: {Count} answers are ready after {Took}")]
    private partial void LogReady(string version, int count, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} cannot be rendered")]
    private partial void LogFailed(string path, Exception exception);
}
