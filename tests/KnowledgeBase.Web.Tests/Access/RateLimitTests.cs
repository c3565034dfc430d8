using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web.Tests.Access;

public sealed class RateLimitTests
{
    [Fact]
    public async Task A_client_that_asks_too_often_is_told_when_to_come_back_and_the_others_are_not_held_up()
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: Few);

        for (var request = 0; request < 5; request++)
            Assert.Equal(200, (await AskAsync(site, "/api/v1/pages", "203.0.113.7")).Response.StatusCode);
        var refused = (await AskAsync(site, "/api/v1/pages", "203.0.113.7")).Response;

        Assert.Equal((429, "application/problem+json"), (refused.StatusCode, refused.ContentType));
        Assert.InRange(int.Parse(refused.Headers.RetryAfter.ToString(), System.Globalization.CultureInfo.InvariantCulture), 1, 10);
        Assert.Equal(200, (await AskAsync(site, "/api/v1/pages", "203.0.113.8")).Response.StatusCode);
        Assert.Equal(200, (await AskAsync(site, "/", "203.0.113.7")).Response.StatusCode);
    }

    [Fact]
    public async Task All_addresses_of_one_IPv6_network_are_one_client()
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: Few);

        for (var request = 0; request < 5; request++)
            await AskAsync(site, "/search", $"2001:db8:1:2::{request}");

        Assert.Equal(429, (await AskAsync(site, "/search", "2001:db8:1:2:ffff::1")).Response.StatusCode);
        Assert.NotEqual(429, (await AskAsync(site, "/search", "2001:db8:1:3::1")).Response.StatusCode);
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public async Task The_machine_s_own_tools_are_not_counted_unless_asked_for(string exempts, bool isRefused)
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: builder => { Few(builder); builder.UseSetting("Limits:ExemptsLoopback", exempts); });

        for (var request = 0; request < 5; request++)
            await AskAsync(site, "/api/v1/pages", "127.0.0.1");

        Assert.Equal(isRefused, (await AskAsync(site, "/api/v1/pages", "127.0.0.1")).Response.StatusCode == 429);
    }

    [Fact]
    public async Task A_trusted_proxy_says_who_the_client_is()
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: builder => { Few(builder); builder.UseSetting("Proxies:Trusted", "10.0.0.0/8, 127.0.0.1"); });

        for (var request = 0; request < 5; request++)
            await AskAsync(site, "/api/v1/pages", "10.0.0.1", forwardedFor: "203.0.113.7");

        Assert.Equal(429, (await AskAsync(site, "/api/v1/pages", "10.0.0.1", forwardedFor: "203.0.113.7")).Response.StatusCode);
        Assert.Equal(200, (await AskAsync(site, "/api/v1/pages", "10.0.0.1", forwardedFor: "203.0.113.8")).Response.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_can_pretend_to_be_another_client()
    {
        using var content = Home();
        await using var site = new Site(content.Path, configure: builder => { Few(builder); builder.UseSetting("Proxies:Trusted", "10.0.0.0/8"); });

        for (var request = 0; request < 5; request++)
            await AskAsync(site, "/api/v1/pages", "203.0.113.7", forwardedFor: $"198.51.100.{request}");

        Assert.Equal(429, (await AskAsync(site, "/api/v1/pages", "203.0.113.7", forwardedFor: "198.51.100.99")).Response.StatusCode);
    }

    private static ContentOnDisk Home() => new ContentOnDisk().With("01.home/default.md", "Hello.\n");

    private static void Few(IWebHostBuilder builder) => builder.UseSetting("Limits:Burst", "5").UseSetting("Limits:RequestsPerSecond", "1");

    private static Task<HttpContext> AskAsync(Site site, string path, string client, string? forwardedFor = null) => site.Server.SendAsync(context =>
    {
        context.Request.Method = "GET";
        context.Request.Path = path;
        context.Connection.RemoteIpAddress = IPAddress.Parse(client);
        if (forwardedFor is not null)
            context.Request.Headers["X-Forwarded-For"] = forwardedFor;
    });
}
