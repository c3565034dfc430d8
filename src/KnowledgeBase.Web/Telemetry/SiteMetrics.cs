using System.Diagnostics;
using System.Diagnostics.Metrics;
using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Telemetry;

/// <summary>
/// What the site counts and times for whoever runs it: builds and editions, searches without their text, outcomes of the wizard by topic. Costs next to
/// nothing while nobody listens. Safe to share.
/// </summary>
internal sealed class SiteMetrics : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "KnowledgeBase";

    private readonly TimeProvider _clock;
    private readonly ActivitySource _activities = new(Name);
    private readonly Histogram<double> _builds;
    private readonly Counter<long> _failures;
    private readonly Histogram<double> _searches;
    private readonly Counter<long> _outcomes;
    private long _pages;
    private long _issues;
    private long _publishedAt;

    public SiteMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(Name);
        _builds = meter.CreateHistogram<double>("knowledgebase.build.duration", "s", "Time from the first file read to the edition published.", advice: new() { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
        _failures = meter.CreateCounter<long>("knowledgebase.build.failures", "{build}", "Builds that left the last edition in place.");
        _searches = meter.CreateHistogram<double>("knowledgebase.search.duration", "s", "Time of a search, by whether it found anything.", advice: new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1] });
        _outcomes = meter.CreateCounter<long>("knowledgebase.troubleshoot.outcomes", "{diagnosis}", "States that the wizard showed, by topic.");
        meter.CreateObservableGauge("knowledgebase.edition.pages", () => Volatile.Read(ref _pages), "{page}", "Pages of the current edition.");
        meter.CreateObservableGauge("knowledgebase.edition.issues", () => Volatile.Read(ref _issues), "{issue}", "Known issues of the current edition.");
        meter.CreateObservableGauge("knowledgebase.edition.age", Age, "s", "Time since the current edition was published.");
    }

    /// <summary>A trace of one build; null while nobody listens.</summary>
    public Activity? StartBuild() => _activities.StartActivity("build");

    /// <summary>Searches, with a trace and a measurement; the text is part of neither.</summary>
    public SearchResults Search(SearchIndex index, SearchQuery query)
    {
        using var activity = _activities.StartActivity("search");
        var started = _clock.GetTimestamp();
        var results = index.Search(query);
        _searches.Record(_clock.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("found", results.Total > 0));
        return results;
    }

    public void EditionPublished(KnowledgeSnapshot snapshot, TimeSpan took)
    {
        Volatile.Write(ref _pages, snapshot.Pages.Length);
        Volatile.Write(ref _issues, snapshot.Issues.Length);
        Volatile.Write(ref _publishedAt, _clock.GetTimestamp());
        _builds.Record(took.TotalSeconds);
    }

    public void BuildFailed() => _failures.Add(1);

    /// <param name="topic">The troubleshooter's id.</param>
    /// <param name="state">What was shown: question, result, fallback or contradiction.</param>
    public void Diagnosed(string topic, string state) => _outcomes.Add(1, new("topic", topic), new("state", state));

    public void Dispose() => _activities.Dispose();

    private double Age() => Volatile.Read(ref _publishedAt) is var at and not 0 ? _clock.GetElapsedTime(at).TotalSeconds : 0;
}
