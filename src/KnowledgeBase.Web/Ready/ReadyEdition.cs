using System.Collections.Immutable;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Ready;

/// <summary>
/// The ready answers of one edition, within a bound of memory: beyond it the codings that were used least are dropped. Pages name the host that they were
/// asked under, unless the site knows its own address, and anybody may invent hosts; so only a few are kept, those that most requests name.
/// </summary>
/// <param name="knowledge">The edition.</param>
/// <param name="address">The site's own address; null where pages name the one of each request.</param>
/// <param name="limit">Bytes.</param>
/// <param name="rendering">Makes what is not there.</param>
/// <param name="before">What the edition before kept; null for the first.</param>
internal sealed class ReadyEdition(PublishedKnowledge knowledge, Uri? address, long limit, AnswerRendering rendering, ReadyEdition? before)
{
    private const int MostOrigins = 4;
    private const int MostScore = 10_000;

    // One answer may not push out all others.
    private const int LargestShare = 4;

    private readonly Lock _trimming = new();
    private ImmutableArray<OriginAnswers> _origins = before is null ? [] : [.. before.Origins.Select(origin => origin.ForNext())];
    private long _used;

    public PublishedKnowledge Knowledge { get; } = knowledge;

    public ReadyAddresses Addresses { get; } = new(knowledge.Snapshot);

    public ImmutableArray<OriginAnswers> Origins => ImmutableInterlocked.InterlockedCompareExchange(ref _origins, [], []);

    /// <summary>Whether there is room for what nobody has asked for.</summary>
    public bool HasRoom => Volatile.Read(ref _used) < limit / 2;

    /// <summary>The answers for whoever asks under this name, if it is one of those that are kept.</summary>
    public OriginAnswers? FindOrigin(HttpRequest request)
    {
        foreach (var known in _origins)
        {
            if (address is null && !known.Is(request))
                continue;
            known.Want(MostScore);
            return known;
        }
        return null;
    }

    /// <summary>The answers for whoever asks under this name; null where so many others do that it is not worth keeping any.</summary>
    public OriginAnswers? OriginOf(HttpRequest request) =>
        FindOrigin(request) ?? Admit(address?.Scheme ?? request.Scheme, address is null ? request.Headers.Host.ToString() : address.Authority);

    /// <summary>The answer with one body; null where everybody does not get the same.</summary>
    public async Task<(ReadyAnswer Answer, ReadyBody Body)?> GetAsync(OriginAnswers origin, string path, ContentCoding coding)
    {
        if (await origin.GetAsync(path, () => RenderAsync(origin, path)) is not { } answer)
            return null;
        if (answer.BodyAsync(coding, Count) is not { } body)
            return null;
        var made = (answer, await body);
        if (Volatile.Read(ref _used) > limit)
            Trim();
        return made;
    }

    /// <summary>Makes the form that nearly every browser takes, before anybody asks.</summary>
    public async Task PrepareAsync(OriginAnswers origin, string path)
    {
        var isNew = origin.Find(path) is null;
        if (await GetAsync(origin, path, ContentCoding.Brotli) is var (answer, _) && isNew)
            Interlocked.Add(ref _used, -answer.Drop(ContentCoding.Identity));
    }

    private async Task<ReadyAnswer?> RenderAsync(OriginAnswers origin, string path)
    {
        var answer = await rendering.RenderAsync(Knowledge, origin.Scheme, origin.Host, path);
        if (answer is null || answer.Size > limit / LargestShare)
            return null;
        if (origin.TakeCarried(path) is { IsEmpty: false } old && old.IsSameAs(answer))
            answer = old;
        Count(answer.Size);
        return answer;
    }

    private void Count(long bytes) => Interlocked.Add(ref _used, bytes);

    private OriginAnswers? Admit(string scheme, string host)
    {
        var origins = Origins;
        if (origins.Length < MostOrigins)
        {
            var added = new OriginAnswers(scheme, host, new(StringComparer.Ordinal));
            ImmutableInterlocked.Update(ref _origins, known => known.Length < MostOrigins ? known.Add(added) : known);
            return added;
        }
        // A name gives way when it is outnumbered: who invents names takes the place of nobody that readers use.
        var least = origins.MinBy(origin => origin.Score)!;
        if (least.Fade() && ImmutableInterlocked.Update(ref _origins, known => known.Remove(least)))
            Interlocked.Add(ref _used, -least.Made.Sum(made => made.Value.Size));
        return null;
    }

    private void Trim()
    {
        lock (_trimming)
        {
            var made = Origins.SelectMany(origin => origin.Made.SelectMany(answer => answer.Value.Made.Select(body => (origin, Path: answer.Key, Answer: answer.Value, body.Coding, body.Body.UsedAt))));
            foreach (var (origin, path, answer, coding, _) in made.OrderBy(body => body.UsedAt).ToList())
            {
                if (Volatile.Read(ref _used) <= limit - (limit / 10))
                    return;
                Interlocked.Add(ref _used, -answer.Drop(coding));
                if (answer.IsEmpty)
                    origin.Forget(path);
            }
        }
    }
}
