using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KnowledgeBase.Web.Tests.Publishing;

public sealed class StartTests
{
    [Theory]
    [InlineData("--Content:Path=/no/such/folder", "Content:Path is '/no/such/folder', but there is no folder '/no/such/folder'; set it to the folder that holds the pages.")]
    [InlineData("--Site:Url=docs.example.org", "Site:Url is 'docs.example.org'; set it to the address of the site, such as https://docs.example.org, or leave it out.")]
    [InlineData("--Site:EditUrl=https://git.example.org/docs", "Site:EditUrl is 'https://git.example.org/docs'; set it to where a page's file is changed, such as https://git.example.org/docs/edit/main/pages/{file}, or leave it out.")]
    [InlineData("--Site:EditUrl=javascript:{file}", "Site:EditUrl is 'javascript:{file}'; set it to where a page's file is changed, such as https://git.example.org/docs/edit/main/pages/{file}, or leave it out.")]
    [InlineData("--Content:Watch=sometimes", "Content:Watch is 'sometimes'; set it to events, poll or off.")]
    [InlineData("--Content:PollMilliseconds=1", "Content:PollMilliseconds is 1; set it to a number from 50 to 3600000.")]
    [InlineData("--Site:Secret=short", "Site:Secret is shorter than 32 characters; set it to random ones, the same for every replica, or leave it out.")]
    [InlineData("--Limits:Circuits=0", "Limits:Circuits is 0; set it to 1 or more.")]
    [InlineData("--Limits:CircuitsPerClient=-1", "Limits:CircuitsPerClient is -1; set it to 1 or more.")]
    [InlineData("--Limits:Burst=0", "Limits:Burst is 0; set it to 1 or more.")]
    [InlineData("--Limits:Burst=many", "Limits:Burst is 'many'; set it to a whole number.")]
    [InlineData("--Metrics:Prometheus=perhaps", "Metrics:Prometheus is 'perhaps'; set it to true or false.")]
    [InlineData("--Status:Key=short", "Status:Key is shorter than 16 characters; set a longer one, or none to have no status page.")]
    [InlineData("--Proxies:Trusted=proxy", "Proxies:Trusted names 'proxy', which is neither an address nor a network; write them as in 10.0.0.7, 10.1.0.0/16.")]
    [InlineData("--author", "--author shows the mistakes of the content to everybody and is not for production; leave it out, or set ASPNETCORE_ENVIRONMENT to Development.")]
    [InlineData("--urls=nonsense", "Invalid url: 'nonsense'; set --urls (ASPNETCORE_URLS) to an address such as http://0.0.0.0:8080.")]
    [InlineData("--urls=http://203.0.113.9:5080", "The site cannot listen at its address (Cannot assign requested address); set --urls (ASPNETCORE_URLS) to an address such as http://0.0.0.0:8080.")]
    [InlineData("--Logging:LogLevel:Default=Loud", "Configuration value 'Loud' is not supported. The levels of Logging:LogLevel are Trace, Debug, Information, Warning, Error, Critical and None.")]
    [InlineData("--OTEL_EXPORTER_OTLP_ENDPOINT=collector", "OTEL_EXPORTER_OTLP_ENDPOINT is 'collector'; set it to the collector's address, such as http://collector:4317.")]
    [InlineData("--Cache:Megabytes=-1", "Cache:Megabytes is -1; set it to a number from 0 to 16384.")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence(string setting, string sentence) =>
        Assert.Equal((2, sentence), await StartAsync(setting));

    [Fact]
    public async Task An_empty_folder_stops_the_start_with_one_sentence()
    {
        using var content = new ContentOnDisk();

        var (code, error) = await StartAsync("--Content:Path=" + content.Path);

        Assert.Equal((2, $"The content folder '{content.Path}' has no pages; put the first one into it, or set Content:Path to the folder that holds the pages."), (code, error));
    }

    [Fact]
    public async Task An_address_that_another_program_has_stops_the_start_with_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");

        Assert.Equal(
            (2, $"Failed to bind to address {address}: address already in use; end the other program, or set --urls (ASPNETCORE_URLS) to an address such as http://0.0.0.0:8080."),
            await StartAsync("--Content:Path=" + content.Path, "--urls=" + address));
    }

    private static async Task<(int Code, string Error)> StartAsync(params string[] settings)
    {
        var program = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", .. settings])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.DoesNotContain("Exception", output);
        return (process.ExitCode, error.Trim());
    }
}
