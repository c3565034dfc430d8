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

        Assert.Contains(first.Headers.CacheControl?.ToString(), (string[])["no-cache", "max-age=0, stale-while-revalidate=60"]);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ropes/knot.svg")]
    [InlineData("/api/v1/pages")]
    [InlineData("/site.css")]
    public async Task Other_sites_cannot_embed_or_open_into_it_and_unused_features_are_off(string address)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);

        Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")));
        Assert.Equal(["strict-origin-when-cross-origin"], response.Headers.GetValues("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Over_HTTPS_browsers_are_told_to_stay_there()
    {
        var response = await handbook.Site.Visitor().GetAsync("https://docs.example.org/");

        Assert.Equal(["max-age=31536000"], response.Headers.GetValues("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/ropes/knot.svg", "image/svg+xml", "default-src 'none'; style-src 'unsafe-inline'; sandbox")]
    [InlineData("/ropes/LICENCE", "application/octet-stream", "default-src 'none'; style-src 'unsafe-inline'; sandbox")]
    public async Task A_file_of_the_content_runs_nothing_and_is_what_it_says(string address, string type, string policy)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal([policy], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(type == "application/octet-stream" ? "attachment" : null, response.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task A_missing_page_is_not_kept_by_caches_as_if_it_were_one()
    {
        var response = await handbook.Site.Visitor().GetAsync("/nowhere");

        Assert.Null(response.Headers.ETag);
    }
}
