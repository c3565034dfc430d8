using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>
/// The allowance grows with time, so that nobody can say which request of a slow machine is refused. Of many at once some are, unless all of them together
/// take minutes; how many are answered is bounded by the time that it took.
/// </summary>
public sealed class RateLimitTests
{
    private const int Burst = 5;
    private const int PerSecond = 1;
    private const int Flood = 200;

    [Fact]
    public async Task A_client_that_asks_too_often_is_told_when_to_come_back_and_the_others_are_not_held_up()
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: Few);

        var started = Stopwatch.GetTimestamp();
        var answers = await FloodAsync(site, "/api/v1/pages", _ => "203.0.113.7");
        var grown = (int)Math.Ceiling(Stopwatch.GetElapsedTime(started).TotalSeconds) * PerSecond;

        Assert.InRange(answers.Count(answer => answer.StatusCode == 200), Burst, Burst + grown);
        Assert.True(IsRefused(answers));
        Assert.All(answers.Where(answer => answer.StatusCode != 200), refused =>
        {
            Assert.Equal((429, "application/problem+json"), (refused.StatusCode, refused.ContentType));
            Assert.InRange(int.Parse(refused.Headers.RetryAfter.ToString(), System.Globalization.CultureInfo.InvariantCulture), 1, 10);
        });
        Assert.Equal(200, (await AskAsync(site, "/api/v1/pages", "203.0.113.8")).StatusCode);
        Assert.Equal(200, (await AskAsync(site, "/", "203.0.113.7")).StatusCode);
    }

    [Fact]
    public async Task All_addresses_of_one_IPv6_network_are_one_client()
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: Few);

        Assert.True(IsRefused(await FloodAsync(site, "/search", request => $"2001:db8:1:2:{request:x}::1")));
        Assert.NotEqual(429, (await AskAsync(site, "/search", "2001:db8:1:3::1")).StatusCode);
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public async Task The_machine_s_own_tools_are_not_counted_unless_asked_for(string exempts, bool isRefused)
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: builder => { Few(builder); builder.UseSetting("Limits:ExemptsLoopback", exempts); });

        Assert.Equal(isRefused, IsRefused(await FloodAsync(site, "/api/v1/pages", _ => "127.0.0.1")));
    }

    [Fact]
    public async Task A_trusted_proxy_says_who_the_client_is()
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: builder => { Few(builder); builder.UseSetting("Proxies:Trusted", "10.0.0.0/8, 127.0.0.1"); });

        Assert.True(IsRefused(await FloodAsync(site, "/api/v1/pages", _ => "10.0.0.1", _ => "203.0.113.7")));
        Assert.Equal(200, (await AskAsync(site, "/api/v1/pages", "10.0.0.1", forwardedFor: "203.0.113.8")).StatusCode);
    }

    [Fact]
    public async Task Nobody_else_can_pretend_to_be_another_client()
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: builder => { Few(builder); builder.UseSetting("Proxies:Trusted", "10.0.0.0/8"); });

        Assert.True(IsRefused(await FloodAsync(site, "/api/v1/pages", _ => "203.0.113.7", request => $"198.51.100.{request}")));
    }

    private static ContentOnDisk Home() => new ContentOnDisk().With("01.home/default.md", "Hello.\n");

    private static void Few(IWebHostBuilder builder) => builder.UseSetting("Limits:Burst", $"{Burst}").UseSetting("Limits:RequestsPerSecond", $"{PerSecond}");

    private static bool IsRefused(HttpResponse[] answers) => answers.Any(answer => answer.StatusCode == 429);

    private static Task<HttpResponse[]> FloodAsync(Site site, string path, Func<int, string> client, Func<int, string>? forwardedFor = null) =>
        Task.WhenAll(Enumerable.Range(0, Flood).Select(request => AskAsync(site, path, client(request), forwardedFor?.Invoke(request))));

    private static async Task<HttpResponse> AskAsync(Site site, string path, string client, string? forwardedFor = null) => (await site.Server.SendAsync(context =>
    {
        context.Request.Method = "GET";
        context.Request.Path = path;
        context.Connection.RemoteIpAddress = IPAddress.Parse(client);
        if (forwardedFor is not null)
            context.Request.Headers["X-Forwarded-For"] = forwardedFor;
    })).Response;
}
