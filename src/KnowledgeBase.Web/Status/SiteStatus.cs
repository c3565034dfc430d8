using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Status;

/// <summary>How the site is doing, as JSON and as what the status page shows. Immutable.</summary>
/// <param name="Version">The current edition.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
/// <param name="AgeSeconds">How long ago.</param>
/// <param name="Builds">The last builds, newest first.</param>
public sealed record SiteStatus(
    string Version, DateTimeOffset PublishedAt, long AgeSeconds, int Pages, int Issues, int Errors, int Warnings, ImmutableArray<StatusDiagnostic> Diagnostics, ImmutableArray<StatusBuild> Builds)
{
    internal static SiteStatus Of(PublishedKnowledge knowledge, KnowledgePublisher publisher, DateTimeOffset now)
    {
        var snapshot = knowledge.Snapshot;
        return new SiteStatus(
            snapshot.Version, publisher.PublishedAt, (long)(now - publisher.PublishedAt).TotalSeconds, snapshot.Pages.Length, snapshot.Issues.Length,
            snapshot.Diagnostics.Count(one => one.Severity == Severity.Error), snapshot.Diagnostics.Count(one => one.Severity == Severity.Warning),
            [.. snapshot.Diagnostics.Select(one => new StatusDiagnostic(one.Location.File, one.Location.Line, one.Severity.ToString().ToLowerInvariant(), one.Code.Id, one.Message, one.Advice))],
            [.. publisher.Builds.Select(build => new StatusBuild(build.At, (long)build.Took.TotalMilliseconds, build.Version, build.Problem))]);
    }
}

/// <summary>One finding in the content.</summary>
public sealed record StatusDiagnostic(string File, int Line, string Severity, string Code, string Message, string Advice);

/// <summary>One build; <c>problem</c> is null where it made an edition.</summary>
public sealed record StatusBuild(DateTimeOffset At, long Milliseconds, string? Version, string? Problem);
