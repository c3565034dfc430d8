using System.Diagnostics;
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
    public async Task No_path_leads_to_a_file_that_is_not_served(string line) => Assert.Matches("^HTTP/1.1 (30[0-9]|40[0-9]) ", await AskAsync(line));

    [Theory]
    [InlineData("TRACE / HTTP/1.1", "405")]
    [InlineData("PUT /page HTTP/1.1", "405")]
    [InlineData("DELETE /page HTTP/1.1", "405")]
    [InlineData("PROPFIND / HTTP/1.1", "405")]
    [InlineData("get / HTTP/1.1", "(200|405)")]
    [InlineData("FOOBAR /api/v1/pages HTTP/1.1", "405")]
    [InlineData("GET / HTTP/9.9", "(400|505)")]
    [InlineData("GET", "400")]
    [InlineData("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3", "[24]0[0-9]")]
    public async Task An_odd_method_or_protocol_is_refused_politely(string line, string status) => Assert.Matches($"^HTTP/1.1 {status} ", await AskAsync(line));

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
        Assert.StartsWith("HTTP/1.1 414", await AskAsync($"GET /{new string('a', 300_000)} HTTP/1.1"));
        Assert.StartsWith("HTTP/1.1 431", await AskAsync($"GET / HTTP/1.1\r\nX-Long: {new string('a', 40_000)}"));
        Assert.StartsWith("HTTP/1.1 431", await AskAsync("GET / HTTP/1.1\r\n" + string.Join("\r\n", Enumerable.Range(0, 200).Select(number => $"X-{number}: a"))));
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
        var started = Stopwatch.GetTimestamp();

        Assert.Contains("Hello.", await reader.GetStringAsync("/"));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 3);
        foreach (var client in slow)
        {
            Assert.Matches("^(HTTP/1.1 408 .*|)$", await RawRequest.FirstLineAsync(client.GetStream()));
            client.Dispose();
        }
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

    [Theory]
    [InlineData("//evil.example/..")]
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

    private Task<string> AskAsync(string line) => RawRequest.SendAsync(_address, $"{line}\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    /// <summary>One server for all of them: whatever it was sent, the next test finds it well.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private readonly ContentOnDisk _content = new ContentOnDisk().With("config/site.yaml", "title: Secret settings\n")
            .With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.page/default.md", "Text.\n");

        private SiteProcess? _site;

        internal string Content => _content.Path;

        internal Uri Address => _site!.Address;

        public async ValueTask InitializeAsync() => _site = await SiteProcess.RunAsync(_content.Path, "--Limits:HeaderSeconds=1");

        public async ValueTask DisposeAsync()
        {
            await _site!.DisposeAsync();
            _content.Dispose();
        }
    }
}
