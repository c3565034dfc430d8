using System.IO.Compression;
using System.Net;
using System.Text;
using KnowledgeBase.Web.Tests.Publishing;
using Microsoft.AspNetCore.Hosting;

namespace KnowledgeBase.Web.Tests.Ready;

public sealed class ReadyAnswersTests(Handbook handbook) : IClassFixture<Handbook>
{
    private readonly HttpClient _visitor = handbook.Site.Visitor();

    [Theory]
    [InlineData("", null)]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.1", "gzip")]
    [InlineData("identity", null)]
    [InlineData("gzip;q=0.5, identity;q=0.8", null)]
    [InlineData("identity;q=0, *", "br")]
    [InlineData("identity;q=0, gzip", "gzip")]
    [InlineData("zstd", null)]
    [InlineData("BR", "br")]
    [InlineData("br;q=nonsense", null)]
    public async Task A_visitor_gets_the_smallest_form_that_it_accepts(string accepted, string? coding)
    {
        using var response = await AskAsync("/ropes", ("Accept-Encoding", accepted));

        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary));
        Assert.Equal(await _visitor.GetStringAsync("/ropes"), await TextAsync(response));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ropes")]
    [InlineData("/ropes.md")]
    [InlineData("/issues")]
    [InlineData("/keyboard")]
    [InlineData("/issues.atom")]
    [InlineData("/sitemap.xml")]
    [InlineData("/llms.txt")]
    [InlineData("/api/v1/pages")]
    [InlineData("/api/v1/pages/ropes")]
    [InlineData("/api/v1/issues")]
    public async Task Each_form_has_a_strong_tag_of_its_own_and_is_not_sent_twice(string address)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var coding in (string[])["br", "gzip", "identity"])
        {
            using var first = await AskAsync(address, ("Accept-Encoding", coding));
            using var again = await AskAsync(address, ("Accept-Encoding", coding), ("If-None-Match", $"\"other\", {first.Headers.ETag}"));

            Assert.False(first.Headers.ETag!.IsWeak);
            Assert.True(tags.Add(first.Headers.ETag.Tag));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(first.Headers.ETag, again.Headers.ETag);
            Assert.Equal(first.Headers.Vary, again.Headers.Vary);
            Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);
            Assert.Equal(first.Headers.GetValues("Content-Security-Policy"), again.Headers.GetValues("Content-Security-Policy"));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_tag_of_another_page_or_edition_gets_the_page()
    {
        var tag = (await AskAsync("/keyboard")).Headers.ETag!.Tag;

        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/ropes", ("If-None-Match", tag))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/ropes", ("If-None-Match", "nonsense, \"\", W/\"x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync("/ropes", ("If-None-Match", "*"))).StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task HEAD_says_what_GET_would_and_sends_nothing(string coding)
    {
        using var get = await AskAsync("/ropes", ("Accept-Encoding", coding));
        using var request = new HttpRequestMessage(HttpMethod.Head, "/ropes") { Headers = { { "Accept-Encoding", coding } } };
        using var head = await _visitor.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((await get.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, head.Content.Headers.ContentLength);
        Assert.Equal((get.Headers.ETag, get.Content.Headers.ContentType), (head.Headers.ETag, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_of_one_visitor_s_request_is_shown_to_the_next()
    {
        using var content = Ropes();
        await using var site = new Site(content.Path);
        var visitor = site.Visitor();
        using var odd = new HttpRequestMessage(HttpMethod.Get, "/ropes?evil=1")
        {
            Headers = { { "Host", "evil.example" }, { "X-Forwarded-Host", "evil.example" }, { "X-Forwarded-Proto", "evil" }, { "Cookie", "evil=1" }, { "Accept-Language", "evil" }, { "X-Original-URL", "/evil" } },
        };
        await visitor.SendAsync(odd, TestContext.Current.CancellationToken);
        odd.Dispose();
        using var stranger = new HttpRequestMessage(HttpMethod.Get, "/ropes") { Headers = { { "Host", "evil.example" }, { "X-Forwarded-Host", "evil.example" }, { "Cookie", "evil=1" } } };
        using var strange = await visitor.SendAsync(stranger, TestContext.Current.CancellationToken);

        Assert.Contains("http://evil.example/ropes", await strange.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("evil", await visitor.GetStringAsync("/ropes", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Invented_hosts_get_their_own_pages_and_do_not_take_the_memory_of_others()
    {
        using var content = Ropes();
        await using var site = new Site(content.Path);
        var visitor = site.Visitor();

        for (var number = 0; number < 50; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/ropes") { Headers = { { "Host", $"host{number}.example" } } };
            using var response = await visitor.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Contains($"\"http://host{number}.example/ropes\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var ours = await visitor.GetAsync("/ropes", TestContext.Current.CancellationToken);
            Assert.Contains("\"http://localhost/ropes\"", await ours.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.False(number > 5 && ours.Headers.ETag!.IsWeak, "The readers' own host was pushed out.");
        }
    }

    [Fact]
    public async Task A_site_that_knows_its_address_gives_all_hosts_the_same_page()
    {
        using var content = Ropes();
        await using var site = new Site(content.Path, configure: builder => builder.UseSetting("Site:Url", "https://docs.example.org"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ropes") { Headers = { { "Host", "evil.example" } } };
        using var strange = await site.Visitor().SendAsync(request, TestContext.Current.CancellationToken);
        using var ours = await site.Visitor().GetAsync("/ropes", TestContext.Current.CancellationToken);

        Assert.Equal(ours.Headers.ETag, strange.Headers.ETag);
        Assert.False(ours.Headers.ETag!.IsWeak);
        Assert.Contains("https://docs.example.org/ropes", await strange.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_that_stays_the_same_keeps_its_tag_when_another_one_changes()
    {
        await using var live = new LiveSite("off", Ropes());
        var (same, changed) = (await TagAsync(live, "/knots"), await TagAsync(live, "/ropes"));

        live.Content.With("pages/02.ropes/default.md", "---\ntitle: Ropes\n---\nIt says new.\n");
        await live.Publisher.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Contains("It says new.", await live.ReadAsync("/ropes"));
        Assert.Equal(same, await TagAsync(live, "/knots"));
        Assert.NotEqual(changed, await TagAsync(live, "/ropes"));
    }

    [Fact]
    public async Task With_little_memory_every_page_is_still_answered_in_every_form()
    {
        var content = Ropes();
        for (var page = 0; page < 60; page++)
            content.With($"pages/{page + 10}.page{page}/default.md", $"---\ntitle: Page {page}\n---\n{Noise(page)}\n");
        await using var site = new Site(content.Path, configure: builder => builder.UseSetting("Cache:Megabytes", "1"));
        await using var without = new Site(content.Path, configure: builder => builder.UseSetting("Cache:Megabytes", "0"));
        using var _ = content;

        foreach (var round in Enumerable.Range(0, 2))
        {
            foreach (var coding in (string[])["br", "gzip", "identity"])
            {
                for (var page = 0; page < 60; page += 1 + round)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, $"/page{page}") { Headers = { { "Accept-Encoding", coding } } };
                    using var response = await site.Visitor().SendAsync(request, TestContext.Current.CancellationToken);
                    Assert.Equal(await without.Visitor().GetStringAsync($"/page{page}", TestContext.Current.CancellationToken), await TextAsync(response));
                }
            }
        }
    }

    [Fact]
    public async Task Authors_get_pages_that_are_made_for_them()
    {
        using var content = Ropes();
        await using var site = new Site(content.Path, configure: builder => builder.UseEnvironment("Development").UseSetting("Author:Enabled", "true"));
        using var response = await site.Visitor().GetAsync("/ropes", TestContext.Current.CancellationToken);

        Assert.Contains("/_author/author.js", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        Assert.True(response.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task The_site_s_own_files_are_named_after_their_content()
    {
        var page = await handbook.Site.ReadAsync("/ropes");

        foreach (var address in page.QuerySelectorAll("head link[rel=stylesheet], head script").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
        {
            using var response = await AskAsync(address);
            Assert.Matches(@"^/[a-z]+\.[a-z0-9]{8,}\.(css|js)$", address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_part_of_a_file_of_the_content_can_be_asked_for()
    {
        using var whole = await AskAsync("/ropes/notes.txt");
        using var part = await AskAsync("/ropes/notes.txt", ("Range", "bytes=1-3"), ("If-Range", whole.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal((await whole.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))[1..4], await part.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_visitors_at_once_get_the_same_page()
    {
        using var content = Ropes();
        await using var site = new Site(content.Path);
        var visitor = site.Visitor();

        var texts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => visitor.GetStringAsync("/ropes")));

        Assert.Single(texts.Distinct());
    }

    private static ContentOnDisk Ropes() => new ContentOnDisk().With("config/site.yaml", "title: Manual\n").With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n")
        .With("pages/02.ropes/default.md", "---\ntitle: Ropes\n---\nIt says old.\n").With("pages/03.knots/default.md", "---\ntitle: Knots\n---\nA knot.\n");

    /// <summary>Text that compresses badly, so that the memory fills.</summary>
    private static string Noise(int seed)
    {
        var bytes = new byte[20_000];
        new Random(seed).NextBytes(bytes);
        return string.Join('\n', Convert.ToHexString(bytes).Chunk(70).Select(line => new string(line)));
    }

    private static async Task<string> TagAsync(LiveSite live, string route)
    {
        using var response = await live.Visitor.GetAsync(route);
        return response.Headers.ETag!.Tag;
    }

    private async Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _visitor.SendAsync(request);
    }

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream text = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        return await new StreamReader(text, Encoding.UTF8).ReadToEndAsync();
    }
}
