using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Telemetry;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// Holds the one reference to the current edition. It is replaced as a whole, by one assignment; readers never wait and never see half of it. One build
/// runs at a time: the first by the start of the program, every later one by <see cref="ContentWatcher"/>.
/// </summary>
internal sealed partial class KnowledgePublisher(
    IOptions<ContentOptions> options, IOptions<SiteOptions> site, IEnumerable<FindingsShown> findings, IHostEnvironment environment, SiteMetrics metrics, TimeProvider clock, ILogger<KnowledgePublisher> logger)
{
    private const int KeptBuilds = 20;

    // One builder for all editions: it remembers what does not change from one to the next.
    private readonly KnowledgeBuilder _builder = new(new BuildOptions { Clock = clock, KeepsPages = options.Value.IsWatched, ProvesRules = findings.Any(shown => shown.IsOn) });
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile PublishedKnowledge? _current;
    private volatile TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Task _build = Task.CompletedTask;
    private volatile EditionBuild? _published;
    private ImmutableArray<EditionBuild> _builds = [];

    // Written by the one build that runs, compared by the watcher between builds.
    private string? _location;
    private volatile ContentFingerprint _seen = ContentFingerprint.None;

    /// <summary>The current edition, null until the first one is published.</summary>
    public PublishedKnowledge? Current => _current;

    /// <summary>The last builds, newest first, those that changed nothing left out.</summary>
    public ImmutableArray<EditionBuild> Builds => ImmutableInterlocked.InterlockedCompareExchange(ref _builds, [], []);

    /// <summary>When the current edition was published, UTC.</summary>
    public DateTimeOffset PublishedAt => _published?.At + _published?.Took ?? default;

    /// <summary>How long the current edition took to build.</summary>
    public TimeSpan LastTook => _published?.Took ?? default;

    /// <summary>The content folder's full path. A relative one is looked up once, so that a folder that is gone does not make another one be found.</summary>
    /// <exception cref="ContentRefusedException">There is no such folder.</exception>
    public string Location => _location ??= ContentLocation.Find(options.Value.Path, Environment.CurrentDirectory, environment.ContentRootPath);

    /// <summary>Completes with the first edition.</summary>
    public Task WaitForFirstAsync(CancellationToken cancellationToken) => _first.Task.WaitAsync(cancellationToken);

    /// <summary>A task that completes with the next edition or failure. Ask for it before looking at <see cref="Current"/>, so that nothing is missed.</summary>
    public Task NextNews => _news.Task;

    /// <summary>The build that runs, or the last one; never a failure. What can wait may let it go first.</summary>
    public Task Build => _build;

    /// <summary>Whether the folder looks other than when it was last read.</summary>
    public bool HasContentChanged() => !_seen.IsSettled || Look().Hash != _seen.Hash;

    /// <summary>Compiles the content folder and publishes the result.</summary>
    /// <exception cref="ContentRefusedException">There is no such folder, or no page in it.</exception>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var build = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _build = build.Task;
        try
        {
            await BuildAndPublishAsync(cancellationToken);
        }
        finally
        {
            build.SetResult();
        }
    }

    private async Task BuildAndPublishAsync(CancellationToken cancellationToken)
    {
        var (at, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        using var activity = metrics.StartBuild();
        _seen = ContentFingerprint.None;
        var folder = Open();
        var snapshot = await CompileAsync(folder, cancellationToken);
        if (snapshot.Pages.IsEmpty)
            throw new ContentRefusedException(WithoutPages(snapshot, folder));
        if (IsCurrent(snapshot, folder))
            return;
        var before = _current;
        var search = new Lazy<SearchIndex>(() => before?.Search.Next(snapshot, cancellationToken) ?? SearchIndex.Build(snapshot, cancellationToken));
        // The first readers come for a page and do not wait for the index; later ones have one, and get the next together with its edition.
        if (before is not null)
            await Task.Run(() => search.Value, cancellationToken);
        Publish(new PublishedKnowledge(snapshot, search, folder, site.Value.Shown), new EditionBuild(at, clock.GetElapsedTime(started), snapshot.Version, null));
        await Task.Run(() => search.Value, cancellationToken);
    }

    private async Task<KnowledgeSnapshot> CompileAsync(ContentFolder folder, CancellationToken cancellationToken)
    {
        using var room = new ReadingRoom();
        var files = await folder.ReadAsync(room, cancellationToken);
        _seen = files.Fingerprint;
        return await Task.Run(() => _builder.Build(files, cancellationToken), cancellationToken);
    }

    /// <summary>Publishes what the folder holds now. Where that fails, the last edition stays, and the failure is logged and kept among the builds.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var (at, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        try
        {
            await PublishAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The one edge at which a build may fail in any way: readers go on with what they have.
            var problem = exception is ContentRefusedException ? exception.Message : "The build failed; the log says why.";
            LogKept(problem, exception is ContentRefusedException ? null : exception);
            metrics.BuildFailed();
            Remember(new EditionBuild(at, clock.GetElapsedTime(started), null, problem));
        }
    }

    private static string WithoutPages(KnowledgeSnapshot snapshot, ContentFolder folder) => snapshot.Diagnostics.Any(one => one.Code == DiagnosticCodes.UnreadableFile)
        ? $"The content folder '{folder.Root}' has no pages that can be read; allow the program's user to read it, or set Content:Path to the folder that holds the pages."
        : $"The content folder '{folder.Root}' has no pages; put the first one into it, or set Content:Path to the folder that holds the pages.";

    private ContentFingerprint Look()
    {
        try
        {
            return Open().Fingerprint();
        }
        catch (ContentRefusedException)
        {
            return ContentFingerprint.None;
        }
    }

    private ContentFolder Open()
    {
        try
        {
            var folder = ContentFolder.Open(Location);
            // Without the folder that had the pages, others beside it would be taken for pages.
            if (_current is { Folder.PagesRoot: var pages } && pages != folder.PagesRoot && !Directory.Exists(pages))
                throw new ContentRefusedException($"The folder '{pages}' is gone.");
            return folder;
        }
        catch (DirectoryNotFoundException)
        {
            throw new ContentRefusedException($"The content folder '{Location}' is gone.");
        }
    }

    private bool IsCurrent(KnowledgeSnapshot snapshot, ContentFolder folder) =>
        _current is { } current && current.Snapshot.Version == snapshot.Version && current.Folder.PagesRoot == folder.PagesRoot
        && current.Snapshot.Diagnostics.SequenceEqual(snapshot.Diagnostics) && Builds is [{ Problem: null }, ..];

    /// <summary>The only place where an edition becomes the current one.</summary>
    private void Publish(PublishedKnowledge edition, EditionBuild build)
    {
        _published = build;
        _current = edition;
        _first.TrySetResult();
        var snapshot = edition.Snapshot;
        metrics.EditionPublished(snapshot, build.Took);
        LogPublished(snapshot.Version, edition.Folder.Root, snapshot.Pages.Length, snapshot.Issues.Length, build.Took.TotalMilliseconds);
        LogDiagnostics(snapshot);
        Remember(build);
    }

    private void Remember(EditionBuild build)
    {
        ImmutableInterlocked.Update(ref _builds, (builds, latest) => [latest, .. builds.Take(KeptBuilds - 1)], build);
        var news = _news;
        _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        news.SetResult();
    }

    private void LogDiagnostics(KnowledgeSnapshot snapshot)
    {
        var errors = snapshot.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var warnings = snapshot.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        if (errors + warnings > 0)
            LogFindings(errors, warnings);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Edition {Version} of {Folder} is published: {Pages} pages, {Issues} known issues, {Milliseconds:F0} ms")]
    private partial void LogPublished(string version, string folder, int pages, int issues, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The content has {Errors} errors and {Warnings} warnings; the command line's verb 'check' lists them")]
    private partial void LogFindings(int errors, int warnings);

    [LoggerMessage(Level = LogLevel.Error, Message = "The last edition stays: {Problem}")]
    private partial void LogKept(string problem, Exception? exception);
}
