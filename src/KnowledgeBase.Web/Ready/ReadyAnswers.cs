using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Components.Author;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Ready;

/// <summary>Answers with bytes that are there already. They belong to an edition and go with it.</summary>
internal sealed class ReadyAnswers(KnowledgePublisher publisher, AnswerRendering rendering, AuthorMode author, IOptions<CacheOptions> options, IOptions<SiteOptions> site)
{
    private volatile ReadyEdition? _current;
    private long _asked;

    /// <summary>Not for authors, whose pages tell what is wrong with them and are new at each look.</summary>
    public bool IsOn => options.Value.Megabytes > 0 && !author.IsOn;

    /// <summary>The answers of the current edition; null before the first.</summary>
    public ReadyEdition? Current
    {
        get
        {
            if (publisher.Current is not { } knowledge)
                return null;
            var known = _current;
            if (known?.Knowledge == knowledge)
                return known;
            var address = string.IsNullOrWhiteSpace(site.Value.Url) ? null : new Uri(site.Value.Url);
            var next = new ReadyEdition(knowledge, address, options.Value.Bytes, rendering, known);
#pragma warning disable CS0420 // The exchange is a full fence.
            return Interlocked.CompareExchange(ref _current, next, known) == known ? next : _current;
#pragma warning restore CS0420
        }
    }

    /// <summary>How many requests of readers were not answered with what was there already; some count twice.</summary>
    public long Asked => Volatile.Read(ref _asked);

    /// <summary>Writes the answer if it is there already; null leaves the request to whoever comes next. Makes nothing, so that it may run anywhere.</summary>
    /// <param name="context">The request.</param>
    /// <param name="counted">Counts it, where it has not been counted yet.</param>
    public Task? AnswerNow(HttpContext context, RateLimiterOptions? counted)
    {
        var request = context.Request;
        if (AddressOf(request) is not { } path || _current is not { } edition || edition.Knowledge != publisher.Current || edition.FindOrigin(request) is not { } origin)
            return null;
        if (origin.Find(path) is not { } answer || answer.Find(AcceptedCoding.Of(request.Headers.AcceptEncoding)) is not { } body)
            return null;
        return counted is null || TrafficLimits.TryCount(context, counted) ? answer.WriteAsync(context, body) : null;
    }

    /// <summary>Makes the answer if need be and writes it; false leaves the request to the rest of the site.</summary>
    public async Task<bool> TryAnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (TrafficLimits.IsCounted(request.Path))
            Interlocked.Increment(ref _asked);
        if (AddressOf(request) is not { } path || Current is not { } edition || !edition.Addresses.Holds(path) || edition.OriginOf(request) is not { } origin)
            return false;
        Interlocked.Increment(ref _asked);
        if (await edition.GetAsync(origin, path, AcceptedCoding.Of(request.Headers.AcceptEncoding)) is not var (answer, body))
            return false;
        await answer.WriteAsync(context, body);
        return true;
    }

    private string? AddressOf(HttpRequest request) =>
        IsOn && !request.QueryString.HasValue && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.Value is { Length: > 0 } path ? path : null;
}
