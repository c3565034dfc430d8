using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// Makes a save visible. Hints come from the operating system and from listing the folder; a channel keeps one of them, so that a thousand saves are one.
/// When it is quiet, the folder is compared with what was read last, and built in full if it differs or the system names a file. Now and then it is built
/// in any case: names, sizes and times do not tell everything, and pages have days on which they appear. A build that gives the same edition is dropped. A
/// running build is never cancelled by newer hints: they are waiting when it ends.
/// </summary>
internal sealed partial class ContentWatcher(KnowledgePublisher publisher, IOptions<ContentOptions> options, TimeProvider clock, ILogger<ContentWatcher> logger) : BackgroundService
{
    // One save is over at once; a checkout or a copy goes on, and half of it is not worth an edition.
    private static readonly TimeSpan FirstQuiet = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan LastQuiet = TimeSpan.FromMilliseconds(320);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    // Share of the time that listing may take.
    private const int ListingShare = 20;

    // Share of the time that building in any case may take.
    private const int RereadingShare = 100;

    private int _isSure;
    private readonly Channel<bool> _hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsWatched)
            return;
        await publisher.WaitForFirstAsync(stoppingToken);
        using var events = options.Value.UsesEvents ? new ContentEvents(publisher.Location, Hint) : null;
        if (events?.Start() == false)
            LogNoEvents(publisher.Location, options.Value.PollMilliseconds);
        // One build at a time: the first still makes its index.
        await publisher.Build.WaitAsync(stoppingToken);
        // What was saved between the first reading and the first event.
        Hint(isSure: false);
        var listing = ListAsync(events, stoppingToken);
        await foreach (var _ in _hints.Reader.ReadAllAsync(stoppingToken))
        {
            await SettleAsync(stoppingToken);
            if (Interlocked.Exchange(ref _isSure, 0) != 0 || publisher.HasContentChanged())
                await publisher.RefreshAsync(stoppingToken);
        }
        await listing;
    }

    private void Hint(bool isSure)
    {
        if (isSure)
            Volatile.Write(ref _isSure, 1);
        _hints.Writer.TryWrite(true);
    }

    /// <summary>Finds what no event told of: network folders, swapped links, a folder that was replaced as a whole.</summary>
    private async Task ListAsync(ContentEvents? events, CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(options.Value.PollMilliseconds);
        var lastRead = clock.GetTimestamp();
        while (true)
        {
            await Task.Delay(pause, clock, stoppingToken);
            var started = clock.GetTimestamp();
            if (publisher.HasContentChanged())
            {
                events?.Start();
                Hint(isSure: false);
            }
            else if (clock.GetElapsedTime(lastRead) > Longer(TimeSpan.FromSeconds(options.Value.RereadSeconds), publisher.LastTook * RereadingShare))
            {
                lastRead = clock.GetTimestamp();
                Hint(isSure: true);
            }
            pause = Longer(TimeSpan.FromMilliseconds(options.Value.PollMilliseconds), clock.GetElapsedTime(started) * ListingShare);
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>Waits until no hint has come for a while; the longer they keep coming, the longer the while, within bounds.</summary>
    private async Task SettleAsync(CancellationToken stoppingToken)
    {
        var started = clock.GetTimestamp();
        var quiet = FirstQuiet;
        do
        {
            while (_hints.Reader.TryRead(out _))
                quiet = quiet * 2 < LastQuiet ? quiet * 2 : LastQuiet;
            await Task.Delay(quiet, clock, stoppingToken);
        }
        while (_hints.Reader.TryPeek(out _) && clock.GetElapsedTime(started) < LongestWait);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The system does not tell of changes in {Folder}; it is listed every {Milliseconds} ms instead")]
    private partial void LogNoEvents(string folder, int milliseconds);
}
