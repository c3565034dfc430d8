using System.Net;
using KnowledgeBase.Web.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

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
    [InlineData("GET", "/ropes", 200)]
    [InlineData("GET", "/ropes", 304)]
    [InlineData("HEAD", "/ropes", 200)]
    [InlineData("HEAD", "/ropes", 304)]
    [InlineData("GET", "/ropes?new", 200)]
    [InlineData("GET", "/api/v1/issues", 304)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/api/v1/nowhere", 404)]
    public async Task A_second_answer_is_guarded_like_the_first_whatever_it_says(string method, string address, int status)
    {
        var visitor = handbook.Site.Visitor();
        using var first = await visitor.GetAsync(address);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (status == 304)
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await visitor.SendAsync(request);

        Assert.Equal(status, (int)second.StatusCode);
        foreach (var header in (string[])["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"])
            Assert.Equal(first.Headers.GetValues(header), second.Headers.GetValues(header));
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
    [InlineData("/ropes/knot.svg", "image/svg+xml", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox")]
    [InlineData("/ropes/LICENCE", "application/octet-stream", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox")]
    public async Task A_file_of_the_content_runs_nothing_and_is_what_it_says(string address, string type, string policy)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal([policy], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Theory]
    [InlineData("plain.svg", "<svg xmlns='http://www.w3.org/2000/svg'><style>path{fill:red}</style><path d='M0 0'/><image href='data:image/png;base64,AA=='/></svg>", true)]
    [InlineData("typed.svg", "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>", true)]
    [InlineData("handler.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", false)]
    [InlineData("nested.svg", "<svg xmlns='http://www.w3.org/2000/svg'><image href='data:image/svg+xml,x'/></svg>", false)]
    [InlineData("entity.svg", "<!DOCTYPE svg [<!ENTITY x '<script>alert(1)</script>'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>", false)]
    [InlineData("default.svg", "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg xmlns='http://www.w3.org/2000/svg'/>", false)]
    [InlineData("styled.svg", "<?xml-stylesheet type='text/xsl' href='x.xsl'?><svg xmlns='http://www.w3.org/2000/svg'/>", false)]
    [InlineData("animated.svg", "<svg xmlns='http://www.w3.org/2000/svg'><a><animate attributeName='href' values='java&#10;script:alert(1)'/></a></svg>", false)]
    [InlineData("listed.svg", "<svg xmlns='http://www.w3.org/2000/svg'><a><animate attributeName='href' values='data:image/png,;data:text/html,&lt;script>alert(1)&lt;/script>'/></a></svg>", false)]
    [InlineData("broken.svg", "<svg onload=alert(1)>", false)]
    [InlineData("page.html", "<p>Hello.</p>", false)]
    [InlineData("feed.xml", "<x xmlns='http://www.w3.org/1999/xhtml'/>", false)]
    [InlineData("notes.txt", "<script>alert(1)</script>", true)]
    public async Task A_file_that_a_browser_would_run_is_kept_and_not_shown(string name, string text, bool isShown)
    {
        using var content = new ContentOnDisk().With("pages/01.home/default.md", "Hello.\n").With("pages/02.page/default.md", $"[x]({name})\n").With("pages/02.page/" + name, text);
        await using var site = new Site(content.Path);

        var response = await site.Visitor().GetAsync("/page/" + name);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(isShown ? null : "attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public void A_drawing_is_looked_into_again_only_when_it_was_written_again()
    {
        const string Before = "<svg xmlns='http://www.w3.org/2000/svg'><a xnclick='f()'/></svg>";
        using var content = new ContentOnDisk().With("drawing.svg", Before);
        var (path, files, at) = (Path.Combine(content.Path, "drawing.svg"), new ActiveFiles(), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        bool IsActive() => files.Contains(new FileInfo(path), "image/svg+xml");
        void Write(string text, DateTime written)
        {
            content.With("drawing.svg", text);
            File.SetLastWriteTimeUtc(path, written);
        }

        File.SetLastWriteTimeUtc(path, at);
        Assert.False(IsActive());
        Write(Before.Replace("xnclick", "onclick", StringComparison.Ordinal), at);
        Assert.False(IsActive());
        Assert.True(new ActiveFiles().Contains(new FileInfo(path), "image/svg+xml"));
        File.SetLastWriteTimeUtc(path, at.AddSeconds(1));
        Assert.True(IsActive());
        Write(Before.Replace("xnclick='f()'", "", StringComparison.Ordinal), at.AddSeconds(1));
        Assert.False(IsActive());
        File.Delete(path);
        Assert.True(IsActive());
    }

    [Theory]
    [InlineData("http://docs.example.org", "http", null)]
    [InlineData("http://docs.example.org", "https", "max-age=31536000")]
    [InlineData("https://docs.example.org", "http", null)]
    [InlineData("https://docs.example.org", "https", "max-age=31536000")]
    [InlineData(null, "http", null)]
    [InlineData(null, "https", "max-age=31536000")]
    public async Task Browsers_are_told_to_stay_at_HTTPS_where_the_visitor_came_by_it_whatever_address_pages_name(string? address, string scheme, string? said)
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, configure: builder => builder.UseSetting("Site:Url", address).UseSetting("Proxies:Trusted", "10.0.0.0/8"));

        // The one that makes the answer, and those that find it made.
        foreach (var tag in (string?[])[null, null, "*"])
        {
            var answer = (await site.Server.SendAsync(context =>
            {
                context.Request.Method = "GET";
                context.Request.Path = "/";
                context.Request.Host = new("docs.example.org");
                context.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.1");
                context.Request.Headers["X-Forwarded-Proto"] = scheme;
                context.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
                context.Request.Headers.IfNoneMatch = tag;
            })).Response;

            Assert.Equal((tag is null ? 200 : 304, said), (answer.StatusCode, (string?)answer.Headers.StrictTransportSecurity));
        }
    }

    [Fact]
    public async Task A_missing_page_is_not_kept_by_caches_as_if_it_were_one()
    {
        var response = await handbook.Site.Visitor().GetAsync("/nowhere");

        Assert.Null(response.Headers.ETag);
    }
}
