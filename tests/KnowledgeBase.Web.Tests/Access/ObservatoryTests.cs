using System.Net;
using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>The site behind a proxy that ends TLS, graded answer by answer.</summary>
public sealed class ObservatoryTests(ObservatoryTests.Server server) : IClassFixture<ObservatoryTests.Server>
{
    private static readonly Uri Public = new("https://docs.example.org/");

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/reference/network/known-issues", HttpStatusCode.OK)]
    [InlineData("/issues", HttpStatusCode.OK)]
    [InlineData("/search?q=keepalive", HttpStatusCode.OK)]
    [InlineData("/troubleshoot", HttpStatusCode.OK)]
    [InlineData("/troubleshoot/network/symptom", HttpStatusCode.OK)]
    [InlineData("/troubleshoot/network/evidence", HttpStatusCode.OK)]
    [InlineData("/api/v1/pages", HttpStatusCode.OK)]
    [InlineData("/api/v1/search?q=x&limit=none", HttpStatusCode.BadRequest)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/reference", HttpStatusCode.OK)]
    [InlineData("/Reference/", HttpStatusCode.MovedPermanently)]
    [InlineData("/status", HttpStatusCode.Unauthorized)]
    [InlineData("/site.css", HttpStatusCode.OK)]
    [InlineData("/issues.atom", HttpStatusCode.OK)]
    [InlineData("/healthz/ready", HttpStatusCode.OK)]
    [InlineData("/handbook/markdown/diagram.svg", HttpStatusCode.OK)]
    [InlineData("/handbook/links/checklist.txt", HttpStatusCode.OK)]
    public async Task Every_answer_over_HTTPS_is_graded_A_plus(string path, HttpStatusCode status)
    {
        using var response = await server.AskAsync(path, "https");

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("A+", (await Observatory.GradeAsync(response, Public)).Grade);
    }

    [Fact]
    public async Task A_failure_of_ours_is_graded_no_worse()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, services => services.AddScoped<PublishedKnowledge>(_ => throw new InvalidOperationException("broken")));

        using var response = await site.Visitor().GetAsync(new Uri(Public, "/any"));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("A+", (await Observatory.GradeAsync(response, Public)).Grade);
    }

    [Fact]
    public async Task The_only_cookie_is_the_paste_form_s_and_is_guarded()
    {
        using var response = await server.AskAsync("/troubleshoot/network/evidence", "https");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; secure", cookie);
        Assert.Contains("; samesite=strict", cookie);
        Assert.Contains("; httponly", cookie);
    }

    [Fact]
    public async Task The_grader_sees_what_is_missing()
    {
        using var plain = await server.AskAsync("/", "http");
        using var bare = new HttpResponseMessage();

        Assert.Equal((80, "B+"), await Observatory.GradeAsync(plain, new Uri("http://docs.example.org/")));
        Assert.Equal((30, "D"), await Observatory.GradeAsync(bare, Public));
    }

    public sealed class Server : IAsyncLifetime
    {
        private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        private SiteProcess? _site;

        public async ValueTask InitializeAsync() =>
            _site = await SiteProcess.RunAsync(Path.Combine(Repository.Root, "content"), "--Proxies:Trusted=127.0.0.1", "--Status:Key=a-long-enough-key-for-tests");

        internal Task<HttpResponseMessage> AskAsync(string path, string scheme) =>
            _client.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(_site!.Address, path)) { Headers = { { "Host", Public.Host }, { "X-Forwarded-Proto", scheme }, { "X-Forwarded-For", "203.0.113.7" } } });

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await _site!.DisposeAsync();
        }
    }
}
