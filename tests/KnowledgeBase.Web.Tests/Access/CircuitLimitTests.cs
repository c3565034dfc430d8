using System.Net;
using System.Net.WebSockets;
using KnowledgeBase.Web.Access;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>Nobody can take the site's memory by opening circuits, and whoever gets none has the same pages.</summary>
public sealed class CircuitLimitTests
{
    private const string Question = "/troubleshoot/network/symptom";

    private static Site Shipped(int circuits, int circuitsPerClient) => new(Repository.Content, configure: builder => builder
        .UseSetting("Limits:Circuits", $"{circuits}").UseSetting("Limits:CircuitsPerClient", $"{circuitsPerClient}"));

    [Fact]
    public async Task A_client_gets_so_many_and_no_more_until_it_closes_one()
    {
        await using var site = Shipped(circuits: 10, circuitsPerClient: 2);
        using var first = await ConnectAsync(site, "203.0.113.7");
        using var second = await ConnectAsync(site, "203.0.113.7");

        Assert.Equal(429, await RefusedAsync(site, "203.0.113.7"));
        using var other = await ConnectAsync(site, "203.0.113.8");
        using var own = await ConnectAsync(site, "127.0.0.1");
        await first.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        using var third = await ConnectAsync(site, "203.0.113.7", tries: 600);
    }

    [Fact]
    public async Task All_together_get_so_many_and_the_plain_form_goes_on_working()
    {
        await using var site = Shipped(circuits: 2, circuitsPerClient: 1);
        using var first = await ConnectAsync(site, "203.0.113.7");
        using var second = await ConnectAsync(site, "203.0.113.8");

        Assert.Equal(503, await RefusedAsync(site, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(Question)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().GetAsync(Question + "?symptom=&symptom=other")).StatusCode);
    }

    [Fact]
    public async Task A_client_that_connects_again_and_again_is_slowed_down()
    {
        await using var site = new Site(Repository.Content, configure: builder => builder.UseSetting("Limits:Burst", "3").UseSetting("Limits:RequestsPerSecond", "1"));

        var connections = 0;
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            for (; connections < 1000; connections++)
                (await ConnectAsync(site, "203.0.113.7")).Dispose();
        });

        Assert.Contains("429", refused.Message);
        Assert.True(connections >= 3);
    }

    [Theory]
    [InlineData("POST", "/_blazor/negotiate")]
    [InlineData("GET", "/_blazor/initializers")]
    [InlineData("GET", "/_blazor/anything")]
    public async Task There_is_one_way_to_connect(string method, string address)
    {
        await using var site = Shipped(circuits: 2, circuitsPerClient: 2);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().SendAsync(new HttpRequestMessage(new HttpMethod(method), address))).StatusCode);
    }

    [Theory]
    [InlineData(CircuitLimits.MaxMessageBytes - 200, "The uris provided are invalid")]
    [InlineData(CircuitLimits.MaxMessageBytes + 1, "Connection closed with an error")]
    public async Task A_message_that_is_too_long_ends_the_connection_unread(int length, string answer)
    {
        await using var site = Shipped(circuits: 2, circuitsPerClient: 2);
        using var circuit = await ConnectAsync(site, "203.0.113.7");
        await circuit.SendAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        Assert.Equal("{}\u001e", await ReceiveAsync(circuit));

        await circuit.SendAsync(StartCircuit(length), WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken);

        Assert.Contains(answer, await ReceiveAsync(circuit));
    }

    [Fact]
    public async Task A_circuit_that_has_lost_its_client_is_kept_for_a_moment_and_leaves_nothing()
    {
        await using var site = Shipped(circuits: 2, circuitsPerClient: 2);

        var circuits = site.Circuits.GetRequiredService<IOptions<CircuitOptions>>().Value;

        Assert.InRange(circuits.DisconnectedCircuitRetentionPeriod, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
        Assert.InRange(circuits.DisconnectedCircuitMaxRetained, 1, 100);
        Assert.InRange(circuits.MaxBufferedUnacknowledgedRenderBatches, 1, 5);
        Assert.Equal(0, circuits.PersistedCircuitInMemoryMaxRetained);
        Assert.False(circuits.DetailedErrors);
    }

    [Theory]
    [InlineData("http://localhost", null, false)]
    [InlineData("https://docs.example.org", "https://docs.example.org/", false)]
    [InlineData("https://docs.example.org", null, true)]
    [InlineData("https://elsewhere.example.org", "https://docs.example.org/", true)]
    [InlineData("http://localhost:81", null, true)]
    [InlineData("null", null, true)]
    public async Task A_page_of_another_site_cannot_connect(string origin, string? siteUrl, bool isRefused)
    {
        await using var site = new Site(Repository.Content, configure: builder => builder.UseSetting("Site:Url", siteUrl));
        var browser = From(site, "203.0.113.7");
        var connect = browser.ConfigureRequest!;
        browser.ConfigureRequest = request =>
        {
            connect(request);
            request.Headers.Origin = origin;
        };
        var address = new Uri(site.Server.BaseAddress, CircuitLimits.Path);

        if (isRefused)
            Assert.Contains("403", (await Assert.ThrowsAsync<InvalidOperationException>(() => browser.ConnectAsync(address, TestContext.Current.CancellationToken))).Message);
        else
            (await browser.ConnectAsync(address, TestContext.Current.CancellationToken)).Dispose();
    }

    [Fact]
    public void A_circuit_has_as_much_computed_as_a_client_may_ask_for()
    {
        var clock = new Clock();
        var allowance = new CircuitAllowance(Options.Create(new LimitOptions { Burst = 3, RequestsPerSecond = 2 }), clock);
        int Taken() => Enumerable.Range(0, 10).TakeWhile(_ => allowance.TryTake()).Count();

        Assert.Equal(3, Taken());
        clock.Seconds += 1;
        Assert.Equal(2, Taken());
        clock.Seconds += 60;
        Assert.Equal(3, Taken());
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }

    /// <summary>A call of the framework's protocol, MessagePack behind its length: three empty texts, and one that makes it long.</summary>
    private static byte[] StartCircuit(int length)
    {
        byte[] before = [0x96, 1, 0x80, 0xa1, (byte)'1', 0xac, .. "StartCircuit"u8, 0x94, 0xa0, 0xa0, 0xa0];
        var padding = new byte[length - before.Length - 4];
        Array.Fill(padding, (byte)'x');
        byte[] message = [.. before, 0xda, (byte)(padding.Length >> 8), (byte)padding.Length, .. padding, 0x90];
        return [(byte)(message.Length & 0x7f | 0x80), (byte)(message.Length >> 7 & 0x7f | 0x80), (byte)(message.Length >> 14), .. message];
    }

    private static async Task<string> ReceiveAsync(WebSocket circuit)
    {
        var buffer = new byte[4096];
        var received = await circuit.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private static WebSocketClient From(Site site, string client)
    {
        var browser = site.Server.CreateWebSocketClient();
        browser.ConfigureRequest = request => request.HttpContext.Connection.RemoteIpAddress = IPAddress.Parse(client);
        return browser;
    }

    /// <summary>Connects; where the server has to notice first that another one has gone, not at the first try.</summary>
    private static async Task<WebSocket> ConnectAsync(Site site, string client, int tries = 1)
    {
        for (; ; await Task.Delay(100))
        {
            try
            {
                return await From(site, client).ConnectAsync(new Uri(site.Server.BaseAddress, CircuitLimits.Path), TestContext.Current.CancellationToken);
            }
            catch (InvalidOperationException) when (--tries > 0)
            {
                // Refused.
            }
        }
    }

    private static async Task<int> RefusedAsync(Site site, string client)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectAsync(site, client));
        return refused.Message.Contains("429", StringComparison.Ordinal) ? 429 : refused.Message.Contains("503", StringComparison.Ordinal) ? 503 : 0;
    }
}
