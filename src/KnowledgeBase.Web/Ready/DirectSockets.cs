using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace KnowledgeBase.Web.Ready;

/// <summary>
/// Lets the thread that finds a request in a socket read it and write an answer that is ready, as file servers do, instead of waking two others for it. A
/// request whose answer has to be made goes to a thread of its own (<see cref="ReadySetup.UseAnswersMadeReady"/>), so that it holds up nobody.
/// </summary>
internal static class DirectSockets
{
    // Read by the framework when the first socket is used.
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    public static void AddDirectSockets(this IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable(InlineCompletions) is null)
            Environment.SetEnvironmentVariable(InlineCompletions, "1");
        services.Configure<SocketTransportOptions>(sockets => sockets.UnsafePreferInlineScheduling = true);
    }
}
