using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Web.Tests.Publishing;

/// <summary>Two processes with one folder and one secret behind a real nginx, with the example's configuration: to a visitor they are one site.</summary>
[Collection(Undisturbed.Name)]
public sealed partial class ReplicaTests : IAsyncLifetime
{
    private const string Question = "/troubleshoot/network/evidence?symptom=slow-setup";
    internal static readonly string? Nginx = Array.Find(["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"], File.Exists);

    private readonly ContentOnDisk _folder = new();
    private SiteProcess? _one;
    private SiteProcess? _two;
    private Process? _proxy;
    private Uri _site = new("http://localhost");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Nginx is null, "There is no nginx here.");
        string[] settings = ["--Site:Url=https://docs.example.org", "--Site:Secret=0123456789abcdef0123456789abcdef", "--Proxies:Trusted=127.0.0.1"];
        (_one, _two) = (await SiteProcess.RunAsync(Repository.Content, settings), await SiteProcess.RunAsync(Repository.Content, settings));
        _site = new Uri($"http://127.0.0.1:{SiteProcess.FreePort()}");
        _folder.With("nginx.conf", Configuration(_one, _two));
        _proxy = Process.Start(new ProcessStartInfo(Nginx!, ["-e", Path.Combine(_folder.Path, "error.log"), "-c", Path.Combine(_folder.Path, "nginx.conf"), "-g", "daemon off;"]));
        using var visitor = Visitor();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = await visitor.GetAsync("/healthz/ready", Cancellation);
                break;
            }
            catch (HttpRequestException) when (attempt < 1200)
            {
                await Task.Delay(50, Cancellation);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
        {
            using (var stop = Process.Start("kill", ["-TERM", _proxy.Id.ToString(CultureInfo.InvariantCulture)]))
                await stop.WaitForExitAsync();
            await _proxy.WaitForExitAsync();
            _proxy.Dispose();
        }
        foreach (var replica in new[] { _one, _two }.OfType<SiteProcess>())
            await replica.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Replicas_answer_the_same_bytes_with_the_same_tags_and_so_does_the_proxy()
    {
        using var client = new HttpClient();
        foreach (var path in (string[])["/", "/reference/network", "/reference/network.md", "/issues", "/issues.atom", "/sitemap.xml", "/api/v1/pages", "/api/v1/issues", "/site.css"])
        {
            var answers = new List<(HttpStatusCode, string?, string)>();
            foreach (var host in (Uri[])[_one!.Address, _two!.Address, _site])
            {
                using var answer = await client.GetAsync(new Uri(host, path), Cancellation);
                answers.Add((answer.StatusCode, answer.Headers.ETag?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation)));
            }

            Assert.Equal(HttpStatusCode.OK, answers[0].Item1);
            Assert.NotNull(answers[0].Item2);
            Assert.Single(answers.Distinct());
        }
        using var pages = JsonDocument.Parse(await client.GetStringAsync(new Uri(_site, "/api/v1/pages"), Cancellation));
        Assert.NotEmpty(pages.RootElement.GetProperty("version").GetString()!);
    }

    [Fact]
    public async Task A_form_of_the_wizard_is_taken_wherever_the_proxy_sends_it()
    {
        using var visitor = Visitor();

        for (var turn = 0; turn < 12; turn++)
            Assert.Equal(HttpStatusCode.SeeOther, await FillInAsync(visitor));
    }

    [Fact]
    public async Task A_replica_ends_in_time_under_load_and_no_visitor_sees_it()
    {
        using var visitor = Visitor();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var visits = Enumerable.Range(0, 4).Select(_ => VisitAsync(visitor, end.Token)).ToList();
        await Task.Delay(3000, Cancellation);

        var (code, took) = await _one!.StopAsync();
        await Task.Delay(1500, Cancellation);
        await end.CancelAsync();
        var statuses = (await Task.WhenAll(visits)).SelectMany(list => list).ToList();

        Assert.Equal(0, code);
        Assert.InRange(took, TimeSpan.Zero, StopTests.Promised);
        Assert.True(statuses.Count > 50, $"Only {statuses.Count} requests were made.");
        Assert.Equal(["GET 200", "POST 303"], statuses.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Reads, asks and fills in forms until it is told to end; returns what was answered.</summary>
    private static async Task<List<string>> VisitAsync(HttpClient visitor, CancellationToken end)
    {
        var statuses = new List<string>();
        while (!end.IsCancellationRequested)
        {
            foreach (var path in (string[])["/reference/network", "/search?q=tcp", "/api/v1/search?q=tcp"])
            {
                using var answer = await visitor.GetAsync(path, Cancellation);
                statuses.Add($"GET {(int)answer.StatusCode}");
            }
            statuses.Add($"POST {(int)await FillInAsync(visitor)}");
        }
        return statuses;
    }

    /// <summary>Asks for the question and sends its form, as a browser without scripts does.</summary>
    private static async Task<HttpStatusCode> FillInAsync(HttpClient visitor)
    {
        using var shown = await visitor.GetAsync(Question, Cancellation);
        if (shown.StatusCode != HttpStatusCode.OK)
            return shown.StatusCode;
        using var page = await new HtmlParser().ParseDocumentAsync(await shown.Content.ReadAsStringAsync(Cancellation), Cancellation);
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        using var content = new MultipartFormDataContent { { new StringContent("ID=\"centos\"\nVERSION_ID=\"7\"\n"), "paste" } };
        foreach (var field in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>())
            content.Add(new StringContent(field.Value), field.Name!);
        using var sent = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
        sent.Headers.Add("Cookie", shown.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await visitor.SendAsync(sent, Cancellation);
        return answer.StatusCode;
    }

    private HttpClient Visitor() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _site };

    /// <summary>The example with the addresses of this machine.</summary>
    private string Configuration(SiteProcess one, SiteProcess two)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src", "deploy", "nginx.conf"))
            .Replace("server site:8080", $"server {one.Address.Authority}", StringComparison.Ordinal)
            .Replace("server site-two:8080", $"server {two.Address.Authority}", StringComparison.Ordinal)
            .Replace("/tmp/", _folder.Path + "/", StringComparison.Ordinal);
        Assert.DoesNotContain("site:8080", text);
        // Its processes may not read the folder of the test as anybody else.
        return (Environment.IsPrivilegedProcess ? "user root;\n" : "") + Listen().Replace(text, $"listen {_site.Authority};");
    }

    [GeneratedRegex(@"listen \d+;")]
    private static partial Regex Listen();
}
