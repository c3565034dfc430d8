using System.Collections.Immutable;
using System.IO.Hashing;
using KnowledgeBase.Web.Access;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Ready;

/// <summary>
/// What one address answers in an edition: headers, and the same bytes in up to three codings. Codings are made when first asked for, once, and may be
/// dropped: as long as one is left, the others are made of it. Safe to share.
/// </summary>
internal sealed class ReadyAnswer
{
    private static readonly StringValues Vary = HeaderNames.AcceptEncoding;

    private readonly Task<ReadyBody>?[] _bodies = new Task<ReadyBody>?[ContentCodings.All.Length];
    private readonly ImmutableArray<KeyValuePair<string, StringValues>> _headers;
    private readonly StringValues _contentType;
    private readonly int _quality;
    private readonly string _hash;

    /// <param name="bytes">The body as it is.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="headers">What else is sent, with or without a body.</param>
    /// <param name="quality">Brotli's.</param>
    public ReadyAnswer(byte[] bytes, StringValues contentType, ImmutableArray<KeyValuePair<string, StringValues>> headers, int quality)
    {
        _contentType = contentType;
        _headers = headers;
        _quality = quality;
        _hash = Convert.ToHexStringLower(XxHash128.Hash(bytes));
        _bodies[(int)ContentCoding.Identity] = Task.FromResult(Body(bytes, ContentCoding.Identity));
    }

    /// <summary>Memory that its bytes take.</summary>
    public long Size => Array.ConvertAll(_bodies, body => body is { IsCompletedSuccessfully: true } made ? made.Result.Bytes.LongLength : 0).Sum();

    public bool IsEmpty => Array.TrueForAll(_bodies, body => body is null);

    /// <summary>Whether another answer says the same in the same way, so that one can stand for both.</summary>
    public bool IsSameAs(ReadyAnswer other) => _hash == other._hash && _quality == other._quality && _contentType == other._contentType && _headers.SequenceEqual(other._headers);

    /// <summary>What there is of it, with the coding.</summary>
    public IEnumerable<(ContentCoding Coding, ReadyBody Body)> Made =>
        ContentCodings.All.Where(coding => _bodies[(int)coding] is { IsCompletedSuccessfully: true }).Select(coding => (coding, _bodies[(int)coding]!)).Select(made => (made.coding, made.Item2.Result));

    /// <summary>The body if it is there already.</summary>
    public ReadyBody? Find(ContentCoding coding) => Volatile.Read(ref _bodies[(int)coding]) is { IsCompletedSuccessfully: true } made ? made.Result : null;

    /// <summary>The body, made if need be; null where everything was dropped meanwhile.</summary>
    /// <param name="coding">Which one.</param>
    /// <param name="made">Called with its size when it is made, once.</param>
    public Task<ReadyBody>? BodyAsync(ContentCoding coding, Action<long> made)
    {
        lock (_bodies)
        {
            if (_bodies[(int)coding] is { } known)
                return known;
            var source = Made.Cast<(ContentCoding Coding, ReadyBody Body)?>().FirstOrDefault();
            return source is not { } there ? null : _bodies[(int)coding] = Task.Run(() =>
            {
                var body = Body(ContentCodings.Encode(ContentCodings.Decode(there.Body.Bytes, there.Coding), coding, _quality), coding);
                made(body.Bytes.LongLength);
                return body;
            });
        }
    }

    /// <summary>Forgets a coding and returns its size.</summary>
    public long Drop(ContentCoding coding)
    {
        lock (_bodies)
        {
            if (Find(coding) is not { } body)
                return 0;
            _bodies[(int)coding] = null;
            return body.Bytes.LongLength;
        }
    }

    /// <summary>Writes the answer to a GET or HEAD; nothing but headers to a visitor who has it.</summary>
    public Task WriteAsync(HttpContext context, ReadyBody body)
    {
        body.Use();
        var (response, headers) = (context.Response, context.Response.Headers);
        foreach (var (name, value) in _headers)
            headers[name] = value;
        // Of the visitor's scheme, not of the address that pages name.
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = SecurityHeadersSetup.StrictTransportSecurity;
        headers.Vary = Vary;
        headers.ETag = body.EntityTag;
        if (IsKnown(context.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        headers.ContentType = _contentType;
        if (body.Coding.Count > 0)
            headers.ContentEncoding = body.Coding;
        response.ContentLength = body.Bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body.Bytes, 0, body.Bytes.Length);
    }

    /// <summary>Whether the visitor has it. In whatever coding: it is the same page.</summary>
    private bool IsKnown(StringValues known)
    {
        foreach (var line in known)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var tag = line.AsSpan()[range].Trim();
                if (tag is "*")
                    return true;
                if (tag.StartsWith("W/", StringComparison.Ordinal))
                    tag = tag[2..];
                if (tag.Length > _hash.Length + 1 && tag[0] == '"' && tag[1..].StartsWith(_hash, StringComparison.Ordinal) && tag[_hash.Length + 1] is '"' or '-')
                    return true;
            }
        }
        return false;
    }

    private ReadyBody Body(byte[] bytes, ContentCoding coding) =>
        ContentCodings.NameOf(coding) is { } name ? new(bytes, $"\"{_hash}-{name}\"", name) : new(bytes, $"\"{_hash}\"", null);
}
