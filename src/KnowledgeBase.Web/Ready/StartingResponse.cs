using Microsoft.AspNetCore.Http.Features;

namespace KnowledgeBase.Web.Ready;

/// <summary>The answer to a request that comes from no server: does what is to be done before headers are sent, which the framework's own leaves out.</summary>
internal sealed class StartingResponse : HttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = [];

    public override void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    /// <summary>Completes the headers, the last to ask first, as a server does.</summary>
    public async Task StartAsync()
    {
        while (_starting.TryPop(out var next))
            await next.Callback(next.State);
    }
}
