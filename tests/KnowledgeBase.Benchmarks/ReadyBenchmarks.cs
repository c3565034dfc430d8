using BenchmarkDotNet.Attributes;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Ready;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Benchmarks;

/// <summary>A page that is ready, from its request's address to its bytes in a stream that goes nowhere. Without a server.</summary>
[MemoryDiagnoser]
public class ReadyBenchmarks
{
    private const string Path = "/page";

    private readonly DefaultHttpContext _visitor = new();
    private ReadyEdition _edition = null!;
    private OriginAnswers _origin = null!;
    private string _tag = "";

    [Params("br", "gzip", "identity")]
    public string Coding { get; set; } = "";

    [GlobalSetup]
    public async Task Setup()
    {
        var folder = ContentFolder.Open(ShippedContent.Find());
        var snapshot = ShippedContent.Compile();
        var knowledge = new PublishedKnowledge(snapshot, new Lazy<SearchIndex>(SearchIndex.Build(snapshot)), folder, null);
        var rendering = new AnswerRendering(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>());
        var html = System.Text.Encoding.UTF8.GetBytes(string.Concat(snapshot.Pages.Select(page => page.Html).Take(3)));
        rendering.Ask(async context =>
        {
            context.Response.Headers.ETag = knowledge.Tag.ToString();
            context.Response.Headers.CacheControl = "max-age=0, stale-while-revalidate=60";
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.Body.WriteAsync(html);
        });
        _visitor.Request.Method = HttpMethods.Get;
        _visitor.Request.Scheme = "http";
        _visitor.Request.Host = new HostString("localhost");
        _visitor.Request.Path = Path;
        _visitor.Request.Headers.AcceptEncoding = Coding;
        _visitor.Response.Body = Stream.Null;
        _edition = new ReadyEdition(knowledge, null, 64 * 1024 * 1024, rendering, null);
        _origin = _edition.OriginOf(_visitor.Request)!;
        var (_, body) = (await _edition.GetAsync(_origin, Path, AcceptedCoding.Of(Coding)))!.Value;
        _tag = body.EntityTag.ToString();
    }

    [Benchmark]
    public Task Page() => AnswerAsync(known: false);

    [Benchmark]
    public Task NotModified() => AnswerAsync(known: true);

    private Task AnswerAsync(bool known)
    {
        var request = _visitor.Request;
        _visitor.Response.Headers.Clear();
        _visitor.Response.StatusCode = StatusCodes.Status200OK;
        if (known)
            request.Headers.IfNoneMatch = _tag;
        else
            request.Headers.Remove("If-None-Match");
        var answer = _edition.FindOrigin(request)!.Find(request.Path.Value!)!;
        return answer.WriteAsync(_visitor, answer.Find(AcceptedCoding.Of(request.Headers.AcceptEncoding))!);
    }
}
