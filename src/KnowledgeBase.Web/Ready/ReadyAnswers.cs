using KnowledgeBase.Web.Components.Author;
using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Ready;

/// <summary>Answers with bytes that are there already. They belong to an edition and go with it.</summary>
internal sealed class ReadyAnswers(KnowledgePublisher publisher, AnswerRendering rendering, AuthorMode author, IOptions<CacheOptions> options, IOptions<SiteOptions> site)
{
    private volatile ReadyEdition? _current;

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

    /// <summary>Answers if it can; false leaves the request to the rest of the site.</summary>
    public ValueTask<bool> TryAnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsOn || request.QueryString.HasValue || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Path.Value is not { Length: > 0 } path || Current is not { } edition)
            return new(false);
        if (!edition.Addresses.Holds(path) || edition.OriginOf(request) is not { } origin)
            return new(false);
        var coding = AcceptedCoding.Of(request.Headers.AcceptEncoding);
        if (origin.Find(path) is { } answer && answer.Find(coding) is { } body)
            return IsSent(answer.WriteAsync(context, body));
        return AnswerLaterAsync(context, edition, origin, path, coding);
    }

    private static async ValueTask<bool> AnswerLaterAsync(HttpContext context, ReadyEdition edition, OriginAnswers origin, string path, ContentCoding coding)
    {
        if (await edition.GetAsync(origin, path, coding) is not var (answer, body))
            return false;
        await answer.WriteAsync(context, body);
        return true;
    }

    private static ValueTask<bool> IsSent(Task written)
    {
        return written.IsCompletedSuccessfully ? new(true) : new(WaitAsync(written));

        static async Task<bool> WaitAsync(Task written)
        {
            await written;
            return true;
        }
    }
}
