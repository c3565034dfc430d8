using System.Net;
using System.Net.Http.Headers;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class FilesTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Theory]
    [InlineData("/ropes/knot.svg", "image/svg+xml")]
    [InlineData("/user/pages/02.ropes/knot.svg", "image/svg+xml")]
    [InlineData("/ropes/notes.txt", "text/plain; charset=utf-8")]
    [InlineData("/ropes/sheet.pdf", "application/pdf")]
    [InlineData("/ropes/LICENCE", "application/octet-stream")]
    public async Task A_file_beside_a_page_is_served_with_its_type(string address, string type)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.NotNull(response.Headers.ETag);
        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_file_that_the_visitor_has_is_not_sent_again()
    {
        var visitor = handbook.Site.Visitor();
        var first = await visitor.GetAsync("/ropes/notes.txt");
        var byTag = new HttpRequestMessage(HttpMethod.Get, "/ropes/notes.txt") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        var byTime = new HttpRequestMessage(HttpMethod.Get, "/ropes/notes.txt") { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };

        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(byTag)).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(byTime)).StatusCode);
    }

    [Theory]
    [InlineData("resize=1000000000,1000000000&cropZoom=1,1")]
    [InlineData("quality=-1&rotate=1e308&format=exe&download=../../etc/passwd")]
    [InlineData("lightbox&lightbox&lightbox&%00&=&&&")]
    public async Task Nothing_is_computed_for_a_file_whatever_actions_its_address_names(string actions)
    {
        var visitor = handbook.Site.Visitor();
        var plain = await visitor.GetAsync("/ropes/knot.svg");
        var many = string.Join('&', Enumerable.Repeat(actions, 4000 / actions.Length));

        var asked = await visitor.GetAsync("/ropes/knot.svg?" + many);

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal((plain.Headers.ETag, plain.Content.Headers.ContentType), (asked.Headers.ETag, asked.Content.Headers.ContentType));
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), await asked.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_part_of_a_file_can_be_asked_for()
    {
        var part = new HttpRequestMessage(HttpMethod.Get, "/ropes/notes.txt") { Headers = { Range = new RangeHeaderValue(2, 4) } };
        var response = await handbook.Site.Visitor().SendAsync(part);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("234", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_drawing_of_an_author_can_run_no_script()
    {
        var response = await handbook.Site.Visitor().GetAsync("/ropes/knot.svg");

        Assert.Equal(["default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"], response.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_file_that_was_deleted_since_is_not_found()
    {
        using var content = new ContentOnDisk().With("pages/01.a/docs.md", "# A").With("pages/01.a/gone.txt", "text");
        await using var site = new Site(content.Path);
        var visitor = site.Visitor();
        await visitor.GetAsync("/a");

        File.Delete(Path.Combine(content.Path, "pages/01.a/gone.txt"));

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/a/gone.txt")).StatusCode);
    }
}
