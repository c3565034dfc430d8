using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KnowledgeBase.Browser.Tests;

[assembly: AssemblyFixture(typeof(PublishedSite))]

namespace KnowledgeBase.Browser.Tests;

/// <summary>
/// The site as it goes into production: published with the Dockerfile's arguments, started in a process of its own in an empty folder, on content that it
/// cannot write, and by a user without rights where the tests run as root.
/// </summary>
public sealed class PublishedSite : IAsyncLifetime
{
    private const int Nobody = 65534;

    private readonly string _folder = Directory.CreateTempSubdirectory("knowledgebase-site-").FullName;
    private Process? _process;

    public Uri Address { get; private set; } = null!;

    private string App => Path.Combine(_folder, "app");

    private string Content => Path.Combine(_folder, "content");

    public async ValueTask InitializeAsync()
    {
        await RunAsync("dotnet", ["publish", "src/KnowledgeBase.Web/KnowledgeBase.Web.csproj", "-c", "Release", "-o", App, "-v", "q", "--nologo"], Repository.Root);
        await RunAsync("cp", ["-r", Path.Combine(Repository.Root, "content"), Content], _folder);
        await RunAsync("chmod", ["-R", "a+rX,a-w", _folder], _folder);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _process = Start(App, Content);
        await WaitUntilReadyAsync();
    }

    /// <summary>Starts the published program once more and waits for its end.</summary>
    public async Task<int> RunAgainAsync(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        await RunAsync("chmod", ["-R", "u+w", _folder], Path.GetTempPath());
        Directory.Delete(_folder, recursive: true);
    }

    private Process Start(string app, string content)
    {
        var command = Command(["--urls", Address.ToString()]);
        command.Environment["Content__Path"] = content;
        return Process.Start(command) ?? throw new InvalidOperationException($"{app} does not start.");
    }

    private ProcessStartInfo Command(string[] arguments)
    {
        var empty = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "knowledgebase-empty")).FullName;
        string[] program = ["dotnet", Path.Combine(App, "KnowledgeBase.Web.dll"), .. arguments];
        string[] user = Environment.UserName == "root" ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];
        string[] line = [.. user, .. program];
        var command = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = empty, RedirectStandardOutput = false };
        command.Environment["DOTNET_EnableDiagnostics"] = "0";
        command.Environment["HOME"] = "/nonexistent";
        return command;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 300; tries++)
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ends with {process.ExitCode}.");
    }
}
