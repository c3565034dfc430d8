using System.Collections.Concurrent;

namespace KnowledgeBase.Web.Ready;

/// <summary>Answers as they are given under one scheme and host, which pages name in their canonical links.</summary>
/// <param name="scheme">Of the requests.</param>
/// <param name="host">The same, with the port.</param>
/// <param name="carried">What an edition before this one answered, to be kept where it still holds.</param>
internal sealed class OriginAnswers(string scheme, string host, ConcurrentDictionary<string, ReadyAnswer> carried)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ReadyAnswer?>>> _answers = new(StringComparer.Ordinal);

    /// <summary>How much it is asked for, compared with others.</summary>
    private int _score = 1;

    public string Scheme { get; } = scheme;

    public string Host { get; } = host;

    public IEnumerable<KeyValuePair<string, ReadyAnswer>> Made => _answers.Select(answer => KeyValuePair.Create(answer.Key, MadeOf(answer.Value))).Where(answer => answer.Value is not null)!;

    public bool Is(HttpRequest request) => request.Scheme == Scheme && request.Headers.Host == Host;

    /// <summary>Counts a request, up to a bound, so that a name that was popular once can be forgotten.</summary>
    public void Want(int most)
    {
        if (_score < most)
            Interlocked.Increment(ref _score);
    }

    public int Score => Volatile.Read(ref _score);

    /// <summary>Counts a request for another name; true where nothing is left.</summary>
    public bool Fade() => Interlocked.Decrement(ref _score) <= 0;

    /// <summary>The answer if it is there.</summary>
    public ReadyAnswer? Find(string path) => _answers.TryGetValue(path, out var answer) ? MadeOf(answer) : null;

    /// <summary>The answer, rendered at most once at a time; a failure is the failure of all who wait, and tried again by the next.</summary>
    public async Task<ReadyAnswer?> GetAsync(string path, Func<Task<ReadyAnswer?>> render)
    {
        var answer = _answers.GetOrAdd(path, _ => new Lazy<Task<ReadyAnswer?>>(() => Task.Run(render)));
        try
        {
            return await answer.Value;
        }
        catch
        {
            _answers.TryRemove(KeyValuePair.Create(path, answer));
            throw;
        }
    }

    public void Forget(string path) => _answers.TryRemove(path, out _);

    /// <summary>What an edition before answered here; asked once.</summary>
    public ReadyAnswer? TakeCarried(string path) => carried.TryRemove(path, out var answer) ? answer : null;

    /// <summary>Lets go of what editions before answered.</summary>
    public void ForgetCarried() => carried.Clear();

    /// <summary>The same name for the next edition, with everything that may still hold there.</summary>
    public OriginAnswers ForNext()
    {
        var all = new ConcurrentDictionary<string, ReadyAnswer>(carried, StringComparer.Ordinal);
        foreach (var (path, answer) in Made)
            all[path] = answer;
        return new OriginAnswers(Scheme, Host, all) { _score = Score };
    }

    private static ReadyAnswer? MadeOf(Lazy<Task<ReadyAnswer?>> answer) => answer is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } made } ? made.Result : null;
}
