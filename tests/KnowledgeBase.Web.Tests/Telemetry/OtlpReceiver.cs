using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Web.Tests.Telemetry;

/// <summary>A collector as an operator has one: takes OTLP over HTTP and keeps the bytes. Names and texts stand in them as they are.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _received = new(StringComparer.Ordinal);

    private OtlpReceiver(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/v1/{signal}", receiver.KeepAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Everything that came of one signal, <c>metrics</c> or <c>traces</c>.</summary>
    public string Of(string signal) => _received.TryGetValue(signal, out var bodies) ? string.Concat(bodies) : "";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task KeepAsync(string signal, HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        _received.GetOrAdd(signal, _ => []).Enqueue(Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
