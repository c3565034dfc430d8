using System.Net;

namespace KnowledgeBase.Web.Tests.Access;

public sealed class HeadersTests(Handbook handbook) : IClassFixture<Handbook>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/")]
    [InlineData("/ropes")]
    [InlineData("/nowhere")]
    [InlineData("/lines")]
    [InlineData("/api/v1/pages")]
    [InlineData("/issues")]
    [InlineData("/issues.atom")]
    [InlineData("/ropes.md")]
    public async Task Every_response_is_guarded_and_sets_no_cookie(string address)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);

        Assert.Equal([Policy], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(response.Headers.Contains("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ropes")]
    [InlineData("/api/v1/pages")]
    [InlineData("/api/v1/pages/ropes")]
    [InlineData("/api/v1/issues")]
    [InlineData("/issues?tag=rope")]
    [InlineData("/ropes.md")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/issues.atom")]
    [InlineData("/llms.txt")]
    public async Task What_the_visitor_has_of_this_edition_is_not_sent_again(string address)
    {
        var visitor = handbook.Site.Visitor();
        var first = await visitor.GetAsync(address);
        var again = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } });
        var other = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", "\"older\"" } } });

        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_missing_page_is_not_kept_by_caches_as_if_it_were_one()
    {
        var response = await handbook.Site.Visitor().GetAsync("/nowhere");

        Assert.Null(response.Headers.ETag);
    }
}
