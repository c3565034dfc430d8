using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests;

/// <summary>The whole site in this process, on a content folder, as a visitor reaches it: redirects are seen, not followed.</summary>
internal sealed class Site(string contentPath, Action<IServiceCollection>? services = null, Action<IWebHostBuilder>? configure = null) : WebApplicationFactory<Program>
{
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public async Task<IHtmlDocument> ReadAsync(string address) => Parse(await Visitor().GetStringAsync(address));

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) => Parse(await response.Content.ReadAsStringAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Content:Path", contentPath);
        builder.UseSetting("Logging:LogLevel:Default", "None");
        configure?.Invoke(builder);
        if (services is not null)
            builder.ConfigureTestServices(services);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
