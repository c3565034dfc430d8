using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Publishing;

/// <summary>Holds the one reference to the current edition. It is replaced as a whole, by one assignment; readers never wait and never see half of it.</summary>
internal sealed partial class KnowledgePublisher(IOptions<ContentOptions> options, IOptions<SiteOptions> site, IHostEnvironment environment, TimeProvider clock, ILogger<KnowledgePublisher> logger)
{
    // One builder for all editions: it remembers what does not change from one to the next.
    private readonly KnowledgeBuilder _builder = new(new BuildOptions { Clock = clock });
    private volatile PublishedKnowledge? _current;

    /// <summary>The current edition, null until the first one is published.</summary>
    public PublishedKnowledge? Current => _current;

    /// <summary>Compiles the content folder and publishes the result.</summary>
    /// <exception cref="ContentRefusedException">There is no such folder.</exception>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var path = ContentLocation.Find(options.Value.Path, Environment.CurrentDirectory, environment.ContentRootPath);
        var folder = ContentFolder.Open(path);
        var files = await folder.ReadAsync(cancellationToken);
        var snapshot = _builder.Build(files, cancellationToken);
        _current = new PublishedKnowledge(snapshot, folder, site.Value.Shown);
        var took = clock.GetElapsedTime(started);
        LogPublished(snapshot.Version, folder.Root, snapshot.Pages.Length, snapshot.Issues.Length, took.TotalMilliseconds);
        LogDiagnostics(snapshot);
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
}
