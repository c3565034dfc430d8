using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace KnowledgeBase.Browser.Tests;

/// <summary>A process that serves a site.</summary>
public sealed class RunningSite(Process process, Uri address) : IAsyncDisposable
{
    public Uri Address { get; } = address;

    internal async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 1800; tries++)
        {
            try
            {
                if ((await client.GetAsync(new Uri(Address, "/healthz/ready"))).StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // It is not listening yet.
            }
            await Task.Delay(100);
        }
        throw new InvalidOperationException("The published site does not become ready.");
    }

    /// <summary>Asks it to end, as a container engine does; returns the exit code and how long it took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> StopAsync()
    {
        var started = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return (process.ExitCode, Stopwatch.GetElapsedTime(started));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
