using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KnowledgeBase.Web.Tests;

/// <summary>The site as a process of its own, for what only a real server and a real end show.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private SiteProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts it on a content folder and does not wait.</summary>
    public static SiteProcess Start(string content, params string[] arguments) => StartIn(new Dictionary<string, string>(), content, arguments);

    /// <summary>Starts it with variables of the environment, and waits until it is ready.</summary>
    public static async Task<SiteProcess> RunInAsync(IReadOnlyDictionary<string, string> environment, string content, params string[] arguments)
    {
        var site = StartIn(environment, content, arguments);
        await site.UntilAsync("/healthz/ready", HttpStatusCode.OK);
        return site;
    }

    private static SiteProcess StartIn(IReadOnlyDictionary<string, string> environment, string content, string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var command = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", address.ToString(), "--Content:Path=" + content, "--Logging:LogLevel:Default=None", .. arguments]);
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment)
            command.Environment[name] = value;
        return new SiteProcess(Process.Start(command)!, address);
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<SiteProcess> RunAsync(string content, params string[] arguments)
    {
        var site = Start(content, arguments);
        await site.UntilAsync("/healthz/ready", HttpStatusCode.OK);
        return site;
    }

    /// <summary>Waits until an address answers with a status.</summary>
    public async Task UntilAsync(string path, HttpStatusCode status)
    {
        using var client = new HttpClient();
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(20))
        {
            Assert.False(_process.HasExited, "The site has ended.");
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"{path} does not answer {status}.");
            try
            {
                using var response = await client.GetAsync(new Uri(Address, path));
                if (response.StatusCode == status)
                    return;
            }
            catch (HttpRequestException)
            {
                // It is not listening yet.
            }
        }
    }

    /// <summary>The names of the files that are mapped into its memory; on Linux alone.</summary>
    public IReadOnlySet<string> LoadedFiles() =>
        File.ReadLines($"/proc/{_process.Id}/maps").Select(line => Path.GetFileName(line[(line.LastIndexOf(' ') + 1)..])).ToHashSet();

    /// <summary>Asks it to end, as a container engine does; returns the exit code and how long it took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> StopAsync()
    {
        var started = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, Stopwatch.GetElapsedTime(started));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
