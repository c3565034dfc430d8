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
    private RunningSite? _site;

    public Uri Address => _site!.Address;

    /// <summary>Where the program is started: an empty folder.</summary>
    public static string StartFolder { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "knowledgebase-empty")).FullName;

    private string App => Path.Combine(_folder, "app");

    private string Content => Path.Combine(_folder, "content");

    public async ValueTask InitializeAsync()
    {
        await RunAsync("dotnet", ["publish", "src/KnowledgeBase.Web/KnowledgeBase.Web.csproj", "-c", "Release", "-o", App, "-v", "q", "--nologo"], Repository.Root);
        await RunAsync("cp", ["-r", Path.Combine(Repository.Root, "content"), Content], _folder);
        await RunAsync("chmod", ["-R", "a+rX,a-w", _folder], _folder);
        _site = await StartAsync(Content);
    }

    /// <summary>Starts the published program on other content, which it can read and its user cannot write.</summary>
    public async Task<RunningSite> StartAsync(string content, params string[] arguments)
    {
        await RunAsync("chmod", ["-R", "a+rX", content], _folder);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var command = Command(["--urls", address.ToString(), .. arguments]);
        command.Environment["Content__Path"] = content;
        var site = new RunningSite(Process.Start(command) ?? throw new InvalidOperationException("The published site does not start."), address);
        await site.WaitUntilReadyAsync();
        return site;
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
        if (_site is not null)
            await _site.DisposeAsync();
        await RunAsync("chmod", ["-R", "u+w", _folder], Path.GetTempPath());
        Directory.Delete(_folder, recursive: true);
    }

    private ProcessStartInfo Command(string[] arguments)
    {
        string[] program = ["dotnet", Path.Combine(App, "KnowledgeBase.Web.dll"), .. arguments];
        string[] user = Environment.UserName == "root" ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];
        string[] line = [.. user, .. program];
        var command = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = StartFolder, RedirectStandardOutput = false };
        command.Environment["DOTNET_EnableDiagnostics"] = "0";
        command.Environment["HOME"] = "/nonexistent";
        return command;
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
