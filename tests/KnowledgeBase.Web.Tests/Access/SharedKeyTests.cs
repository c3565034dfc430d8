using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>Replicas with one secret take each other's forms and circuits, and nobody else's.</summary>
public sealed class SharedKeyTests
{
    private const string Page = "/troubleshoot/network/evidence?symptom=slow-setup";
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static Site Replica(string? secret) => new(Repository.Content, configure: builder => builder.UseSetting("Site:Secret", secret));

    [Theory]
    [InlineData(Secret, Secret, HttpStatusCode.SeeOther)]
    [InlineData(Secret, "another secret of 32 letters, or so", HttpStatusCode.BadRequest)]
    [InlineData(null, null, HttpStatusCode.BadRequest)]
    public async Task A_form_of_one_is_taken_by_another_with_the_same_secret(string? secret, string? other, HttpStatusCode status)
    {
        await using var one = Replica(secret);
        await using var two = Replica(other);
        using var shown = await one.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false }).GetAsync(Page);
        var form = (IHtmlFormElement)(await Site.ParseAsync(shown)).QuerySelector("main form[method=post]")!;
        using var content = new MultipartFormDataContent { { new StringContent("ID=\"centos\"\nVERSION_ID=\"7\"\n"), "paste" } };
        foreach (var field in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>())
            content.Add(new StringContent(field.Value), field.Name!);
        using var sent = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
        sent.Headers.Add("Cookie", shown.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        using var answer = await two.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false, AllowAutoRedirect = false }).SendAsync(sent);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_site_that_is_only_read_loads_neither_keys_nor_circuits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has loaded is read from /proc.");
        string[] apart = ["Microsoft.AspNetCore.SignalR.dll", "Microsoft.AspNetCore.Components.Server.dll", "Microsoft.AspNetCore.DataProtection.dll", "Microsoft.AspNetCore.Antiforgery.dll"];
        await using var site = await SiteProcess.RunAsync(Repository.Content);
        using var client = new HttpClient { BaseAddress = site.Address };

        foreach (var read in (string[])["/", "/issues", "/search?q=tcp", "/troubleshoot", "/nowhere", "/api/v1/issues", "/sitemap.xml"])
            (await client.GetAsync(read, TestContext.Current.CancellationToken)).Dispose();

        Assert.Equal([], apart.Intersect(site.LoadedFiles()));
        (await client.GetAsync(Page, TestContext.Current.CancellationToken)).Dispose();
        Assert.Equal(apart, apart.Intersect(site.LoadedFiles()));
    }

    [Fact]
    public async Task What_one_has_signed_another_can_read()
    {
        await using var one = Replica(Secret);
        await using var two = Replica(Secret);
        static IDataProtector Of(Site site) => site.Circuits.GetRequiredService<IDataProtectionProvider>().CreateProtector("circuit");

        var (first, second) = (Of(one).Protect("text"), Of(one).Protect("text"));

        Assert.Equal("text", Of(two).Unprotect(first));
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("")]
    public async Task A_site_that_signs_writes_no_key_to_the_home_of_its_user(string secret)
    {
        using var home = new ContentOnDisk();
        await using var site = await SiteProcess.RunInAsync(
            new Dictionary<string, string> { ["HOME"] = home.Path, ["XDG_DATA_HOME"] = home.Path, ["DOTNET_CLI_HOME"] = home.Path }, Repository.Content, "--Site:Secret=" + secret);
        using var client = new HttpClient { BaseAddress = site.Address };

        using var shown = await client.GetAsync(Page, TestContext.Current.CancellationToken);

        Assert.Single(shown.Headers.GetValues("Set-Cookie"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.Path));
    }
}
