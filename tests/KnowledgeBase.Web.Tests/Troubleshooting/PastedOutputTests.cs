using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Web.Tests.Troubleshooting;

/// <summary>Pasted output is read once and not kept.</summary>
public sealed class PastedOutputTests
{
    private const string Marker = "SECRET-HOST-NAME";
    private const string Output = $"# {Marker}\nID=\"centos\"\nVERSION_ID=\"7\"\nnet.ipv4.tcp_keepalive_time = 7200\n";
    private const string Page = "/troubleshoot/network/evidence?symptom=slow-setup";

    private static Site Shipped(Action<IWebHostBuilder>? configure = null) => new(Path.Combine(Repository.Root, "content"), configure: configure);

    private static async Task<HttpResponseMessage> PasteAsync(HttpClient client, string text, bool hasToken = true)
    {
        var form = (IHtmlFormElement)(await Site.ParseAsync(await client.GetAsync(Page))).QuerySelector("main form[method=post]")!;
        using var content = new MultipartFormDataContent { { new StringContent(text), "paste" } };
        foreach (var field in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Where(_ => hasToken))
            content.Add(new StringContent(field.Value), field.Name!);
        return await client.PostAsync(form.GetAttribute("action"), content);
    }

    [Fact]
    public async Task The_form_is_kept_by_nobody()
    {
        await using var site = Shipped();
        using var shown = await site.Visitor().GetAsync(Page);

        Assert.Equal(["no-store"], shown.Headers.GetValues("Cache-Control"));
    }

    [Fact]
    public async Task What_it_proves_goes_into_the_address_and_the_text_goes_nowhere()
    {
        var logged = new ConcurrentQueue<string>();
        await using var site = Shipped(builder => builder.UseSetting("Logging:LogLevel:Default", "Trace").ConfigureLogging(logging => logging.AddProvider(new Lines(logged))));
        var client = site.CreateClient(new() { AllowAutoRedirect = false });

        using var response = await PasteAsync(client, Output);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var address = response.Headers.Location!.OriginalString;
        Assert.Equal("/troubleshoot/network/evidence?symptom=slow-setup&os=centos-7&kernel-keepalive=60-or-more&pasted=os,kernel-keepalive", address);
        var next = await client.GetStringAsync(address);
        Assert.Contains("CentOS 7", next);
        Assert.DoesNotContain(Marker, next);
        Assert.DoesNotContain(Marker, response.Headers.ToString());
        Assert.DoesNotContain(logged, line => line.Contains(Marker, StringComparison.Ordinal));
        Assert.NotEmpty(logged);
    }

    [Fact]
    public async Task One_sample_of_two_decides_nothing_and_the_page_says_why()
    {
        await using var site = Shipped();
        var client = site.CreateClient(new() { AllowAutoRedirect = false });

        using var response = await PasteAsync(client, "cpu=0 found=9 insert_failed=2 drop=0\n");

        Assert.Contains("undecided=conntrack", response.Headers.Location!.OriginalString);
        Assert.Contains("It takes 2 runs to tell", await client.GetStringAsync(response.Headers.Location));
    }

    [Theory]
    [InlineData("", "Paste the output of a command")]
    [InlineData("nothing that we know", "this text holds none that we can read")]
    public async Task A_text_without_use_is_a_mistake_of_the_field(string text, string sentence)
    {
        await using var site = Shipped();

        using var response = await PasteAsync(site.Visitor(), text);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await Site.ParseAsync(response);
        Assert.StartsWith("Error: ", page.Title);
        Assert.Contains(sentence, page.GetElementById("output-error")!.TextContent);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("\nID=\"centos\"\nVERSION_ID=\"7\"", false)]
    public async Task No_answer_repeats_a_word_of_it(string rest, bool hasToken)
    {
        var logged = new ConcurrentQueue<string>();
        await using var site = Shipped(builder => builder.UseSetting("Logging:LogLevel:Default", "Trace").ConfigureLogging(logging => logging.AddProvider(new Lines(logged))));

        using var response = await PasteAsync(site.Visitor(), Marker + rest, hasToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(Marker, await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain(Marker, response.Headers.ToString());
        Assert.DoesNotContain(logged, line => line.Contains(Marker, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_of_more_than_64_KB_is_a_mistake_of_the_field()
    {
        await using var site = Shipped();

        using var response = await PasteAsync(site.Visitor(), new string('x', 70_000));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("64 KB", (await Site.ParseAsync(response)).GetElementById("output-error")!.TextContent);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_not_read()
    {
        await using var site = Shipped();

        using var response = await PasteAsync(site.Visitor(), Output, hasToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_API_reads_it_as_plain_text()
    {
        await using var site = Shipped();
        using var content = new StringContent(Output, Encoding.UTF8, new MediaTypeHeaderValue("text/plain"));

        using var response = await site.Visitor().PostAsync("/api/v1/troubleshoot/network/evidence", content);

        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(["os", "kernel-keepalive"], json.RootElement.GetProperty("found").EnumerateArray().Select(found => found.GetProperty("fact").GetString()));
        Assert.Equal(["fact", "option", "label", "reader", "line"], json.RootElement.GetProperty("found")[0].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task The_API_refuses_more_than_64_KB()
    {
        await using var site = Shipped();
        using var content = new StringContent(new string('x', 70_000), Encoding.UTF8, new MediaTypeHeaderValue("text/plain"));

        using var response = await site.Visitor().PostAsync("/api/v1/troubleshoot/network/evidence", content);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    private sealed class Lines(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => logged.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
