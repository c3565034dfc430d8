using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>What strangers send, against a real server; everybody else goes on reading.</summary>
public sealed class HostileTrafficTests(HostileTrafficTests.Server server) : IClassFixture<HostileTrafficTests.Server>
{
    private readonly Uri _address = server.Address;

    [Theory]
    [InlineData("GET /../../etc/passwd HTTP/1.1")]
    [InlineData("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1")]
    [InlineData("GET /..%2f..%2fconfig%2fsite.yaml HTTP/1.1")]
    [InlineData("GET /%252e%252e/config/site.yaml HTTP/1.1")]
    [InlineData("GET /..\\..\\config\\site.yaml HTTP/1.1")]
    [InlineData("GET /user/pages/..;/config/site.yaml HTTP/1.1")]
    [InlineData("GET /%c0%ae%c0%ae/config/site.yaml HTTP/1.1")]
    [InlineData("GET /page/%00/../../config/site.yaml HTTP/1.1")]
    [InlineData("GET http://other.example/../config/site.yaml HTTP/1.1")]
    [InlineData("GET /_framework/../config/site.yaml HTTP/1.1")]
    [InlineData("GET /appsettings.json HTTP/1.1")]
    [InlineData("GET /KnowledgeBase.Web.dll HTTP/1.1")]
    [InlineData("GET /.%2e/.%2e/config/site.yaml HTTP/1.1")]
    [InlineData("GET /..%5c..%5cconfig%5csite.yaml HTTP/1.1")]
    [InlineData("GET /%2e%2e%c0%afconfig/site.yaml HTTP/1.1")]
    [InlineData("GET /%e0%80%ae%e0%80%ae/config/site.yaml HTTP/1.1")]
    [InlineData("GET /%uff0e%uff0e/config/site.yaml HTTP/1.1")]
    [InlineData("GET /page/%ef%bc%8e%ef%bc%8e/%ef%bc%8e%ef%bc%8e/config/site.yaml HTTP/1.1")]
    [InlineData("GET /page/..%00/..%00/config/site.yaml HTTP/1.1")]
    [InlineData("GET //etc/passwd HTTP/1.1")]
    [InlineData("GET /user/pages/02.page/....//....//config/site.yaml HTTP/1.1")]
    [InlineData("GET /user/pages/02.page/%252e%252e/%252e%252e/config/site.yaml HTTP/1.1")]
    [InlineData("GET /user/images/../config/site.yaml HTTP/1.1")]
    [InlineData("GET file:///etc/passwd HTTP/1.1")]
    [InlineData("GET /pages/.git/config HTTP/1.1")]
    [InlineData("GET /.git/config HTTP/1.1")]
    [InlineData("GET /user/pages/.git/config HTTP/1.1")]
    [InlineData("GET /.env HTTP/1.1")]
    [InlineData("GET /page/default.md.swp HTTP/1.1")]
    [InlineData("GET /page/.default.md.swp HTTP/1.1")]
    [InlineData("GET /page/default.md~ HTTP/1.1")]
    [InlineData("GET /page/default.md.orig HTTP/1.1")]
    [InlineData("GET /page/%23default.md%23 HTTP/1.1")]
    [InlineData("GET /wizard/facts.yaml HTTP/1.1")]
    [InlineData("GET /page/wizard.yaml HTTP/1.1")]
    public async Task No_path_leads_to_a_file_that_is_not_served(string line) => Assert.Matches("^HTTP/1.1 (30[0-9]|40[0-9]) ", await AskLineAsync(line));

    [Theory]
    [InlineData("TRACE / HTTP/1.1", "405")]
    [InlineData("TRACK / HTTP/1.1", "405")]
    [InlineData("CONNECT other.example:443 HTTP/1.1", "40[05]")]
    [InlineData("OPTIONS * HTTP/1.1", "[24]0[0-9]")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 0", "405")]
    [InlineData("POST /search HTTP/1.1\r\nContent-Length: 0", "405")]
    [InlineData("MKCOL /page HTTP/1.1", "405")]
    [InlineData("post /page HTTP/1.1\r\nContent-Length: 0", "405")]
    [InlineData("G\u0001T / HTTP/1.1", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: second.example", "400")]
    [InlineData("GET /\u0000 HTTP/1.1", "400")]
    [InlineData("PUT /page HTTP/1.1", "405")]
    [InlineData("DELETE /page HTTP/1.1", "405")]
    [InlineData("PROPFIND / HTTP/1.1", "405")]
    [InlineData("get / HTTP/1.1", "(200|405)")]
    [InlineData("FOOBAR /api/v1/pages HTTP/1.1", "405")]
    [InlineData("GET / HTTP/9.9", "(400|505)")]
    [InlineData("GET", "400")]
    [InlineData("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3", "[24]0[0-9]")]
    public async Task An_odd_method_or_protocol_is_refused_politely(string line, string status) => Assert.Matches($"^HTTP/1.1 {status} ", await AskLineAsync(line));

    [Fact]
    public async Task A_method_that_hides_behind_a_header_is_not_believed()
    {
        using var client = new HttpClient { BaseAddress = _address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { { "X-HTTP-Method-Override", "DELETE" } } };

        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_long_address_long_headers_and_many_headers_are_refused()
    {
        Assert.StartsWith("HTTP/1.1 414", await AskLineAsync($"GET /{new string('a', 300_000)} HTTP/1.1"));
        Assert.StartsWith("HTTP/1.1 431", await AskLineAsync($"GET / HTTP/1.1\r\nX-Long: {new string('a', 40_000)}"));
        Assert.StartsWith("HTTP/1.1 431", await AskLineAsync("GET / HTTP/1.1\r\n" + string.Join("\r\n", Enumerable.Range(0, 200).Select(number => $"X-{number}: a"))));
    }

    [Fact]
    public async Task A_body_that_nobody_asked_for_is_not_read()
    {
        var answer = await RawRequest.SendAsync(_address, "POST /page HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (405|413) ", answer);
    }

    [Fact]
    public async Task Clients_that_send_their_headers_drop_by_drop_are_let_go_and_hold_up_nobody()
    {
        var slow = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var client = new TcpClient();
            await client.ConnectAsync(_address.Host, _address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
            return client;
        }));
        using var reader = new HttpClient { BaseAddress = _address };

        Assert.Contains("Hello.", await reader.GetStringAsync("/"));
        Assert.DoesNotContain(slow, client => client.Client.Poll(0, SelectMode.SelectRead));
        foreach (var client in slow)
        {
            Assert.Matches("^(HTTP/1.1 408 .*|)$", await RawRequest.FirstLineAsync(client.GetStream()));
            client.Dispose();
        }
    }

    [Fact]
    public async Task Clients_that_send_their_body_drop_by_drop_are_let_go_and_hold_up_nobody()
    {
        using var sender = await OpenAsync("POST /api/v1/troubleshoot/computers/evidence HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 20000\r\n\r\nslow");
        using var dripping = new CancellationTokenSource();
        var drops = DripAsync(sender.GetStream(), dripping.Token);
        using var reader = new HttpClient { BaseAddress = _address };

        Assert.Contains("Hello.", await reader.GetStringAsync("/"));
        Assert.Matches("^(HTTP/1.1 408 .*|)$", await RawRequest.FirstLineAsync(sender.GetStream()));
        await dripping.CancelAsync();
        await drops;
    }

    [Fact]
    public async Task Clients_that_do_not_fetch_their_answers_hold_up_nobody()
    {
        var sleepers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => OpenAsync("GET /page/large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")));
        using var reader = new HttpClient { BaseAddress = _address };

        foreach (var path in (string[])["/", "/page", "/issues", "/search?q=computer", "/api/v1/pages"])
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(path)).StatusCode);

        foreach (var sleeper in sleepers)
            sleeper.Dispose();
    }

    [Theory]
    [InlineData("evil.example", 400)]
    [InlineData("docs.example.org", 200)]
    [InlineData("docs.example.org.evil.example", 400)]
    [InlineData("docs.example.org@evil.example", 400)]
    public async Task With_allowed_hosts_nobody_else_s_name_is_answered(string host, int status)
    {
        await using var site = new Site(server.Content, configure: builder => builder.UseSetting("AllowedHosts", "docs.example.org"));

        var context = await site.Server.SendAsync(context =>
        {
            context.Request.Method = "GET";
            context.Request.Path = "/";
            context.Request.Headers.Host = host;
        });

        Assert.Equal(status, context.Response.StatusCode);
    }

    [Fact]
    public async Task A_stranger_s_host_does_not_get_into_addresses_once_the_site_knows_its_own()
    {
        await using var site = new Site(server.Content, configure: builder => builder.UseSetting("Site:Url", "https://docs.example.org"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { Host = "evil.example" } };

        var text = await (await site.Visitor().SendAsync(request)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("evil.example", text);
    }

    [Fact]
    public async Task A_stranger_s_host_reaches_nobody_else()
    {
        foreach (var path in (string[])["/", "/page", "/issues", "/issues.atom", "/sitemap.xml", "/robots.txt", "/llms.txt", "/page.md", "/nowhere"])
        {
            for (var again = 0; again < 3; again++)
                await AskAsync(path, ("Host", "evil.example"));

            Assert.DoesNotContain("evil", await AskAsync(path));
        }
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Server", "evil.example")]
    [InlineData("X-Host", "evil.example")]
    [InlineData("Forwarded", "host=evil.example;proto=https;for=198.51.100.9")]
    [InlineData("X-Original-URL", "/evil")]
    [InlineData("X-Rewrite-URL", "/evil")]
    [InlineData("X-Forwarded-Prefix", "/evil")]
    [InlineData("X-Forwarded-Proto", "https")]
    public async Task No_header_of_a_stranger_s_changes_what_the_site_says_of_itself(string name, string value)
    {
        foreach (var path in (string[])["/", "/page/", "/issues.atom", "/sitemap.xml"])
            Assert.Equal(await AskAsync(path), await AskAsync(path, (name, value)));
    }

    [Theory]
    [InlineData("//evil.example/..")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\\/evil.example/")]
    [InlineData("/%5Cevil.example/")]
    [InlineData("/%09/evil.example/")]
    [InlineData("///evil.example//")]
    [InlineData("/page/..//evil.example/")]
    [InlineData("/en//evil.example")]
    [InlineData("/EVIL/../\\evil.example/")]
    [InlineData("/https:/evil.example/")]
    [InlineData("/@evil.example/")]
    [InlineData("/.evil.example/")]
    [InlineData("/old//evil.example/")]
    [InlineData("/old?//evil.example/")]
    [InlineData("/OLD/?to=https://evil.example#https://evil.example")]
    [InlineData("/page/?next=//evil.example")]
    [InlineData("/%2F%2Fevil.example/")]
    [InlineData("/.//evil.example/")]
    [InlineData("/page%0d%0aLocation:%20https://evil.example/")]
    public async Task No_address_sends_a_visitor_to_another_site(string path)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _address };

        using var response = await client.GetAsync(new Uri(_address.ToString().TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.True(response.Headers.Location is not { } target || !new Uri(_address, target).Host.Contains("evil", StringComparison.Ordinal), response.Headers.Location?.OriginalString);
    }

    /// <summary>Status, place and text of an answer, as one text.</summary>
    private async Task<string> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        return $"{response.StatusCode} {response.Headers.Location} {response.Headers.Contains("Strict-Transport-Security")}\n{await response.Content.ReadAsStringAsync()}";
    }

    private async Task<TcpClient> OpenAsync(string request)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(_address.Host, _address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return client;
    }

    private static async Task DripAsync(NetworkStream stream, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(100, ended);
                await stream.WriteAsync("a"u8.ToArray(), ended);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // Let go, or the test is over.
        }
    }

    private Task<string> AskLineAsync(string line) => RawRequest.SendAsync(_address, $"{line}\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    /// <summary>One server for all of them: whatever it was sent, the next test finds it well.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal const int LargeFile = 64 * 1024 * 1024;

        private readonly ContentOnDisk _content = new ContentOnDisk().With("config/site.yaml", "title: Secret settings\n").With(".env", "secret=1").With("pages/.git/config", "[core]\n")
            .With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.page/default.md", "---\nroutes:\n  aliases: [/old]\n---\n## Computer freezes\n\n**Problem:**\nIt does.\n\n**Solution:**\nCool the room.\n")
            .With("pages/02.page/.default.md.swp", "draft").With("pages/02.page/default.md~", "draft").With("pages/02.page/default.md.orig", "draft").With("pages/02.page/#default.md#", "draft")
            .With("pages/02.page/wizard.yaml", "topic: computers\nissues:\n  freezes: {anchor: computer-freezes, when: {symptom: freeze}, solutions: {cool: {text: Cool the room}}}\n")
            .With("wizard/facts.yaml", "facts:\n  symptom: {ask: What goes wrong?, options: {freeze: It freezes, other: Something else}}\nfallback: {title: Nothing fits, body: fallback.md}\n").With("wizard/fallback.md", "Call us.\n");

        private SiteProcess? _site;

        internal string Content => _content.Path;

        internal Uri Address => _site!.Address;

        public async ValueTask InitializeAsync()
        {
            using (var file = File.Create(Path.Combine(Content, "pages", "02.page", "large.bin")))
                file.SetLength(LargeFile);
            _site = await SiteProcess.RunAsync(Content, "--Limits:HeaderSeconds=3");
        }

        public async ValueTask DisposeAsync()
        {
            await _site!.DisposeAsync();
            _content.Dispose();
        }
    }
}
