using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeBase.Web.Tests;

/// <summary>The whole site in this process, on a content folder, as a visitor reaches it: redirects are seen, not followed.</summary>
internal sealed class Site(string contentPath, Action<IServiceCollection>? services = null, Action<IWebHostBuilder>? configure = null) : WebApplicationFactory<Program>
{
    /// <summary>The services of circuits and forms, which the site keeps apart.</summary>
    public IServiceProvider Circuits => Services.GetRequiredService<WizardServices>().Provider;

    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public async Task<IHtmlDocument> ReadAsync(string address) => Parse(await Visitor().GetStringAsync(address));

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) => Parse(await response.Content.ReadAsStringAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As visitors meet it; what authors get is asked for.
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("Content:Path", contentPath);
        builder.UseSetting("Content:Watch", "off");
        builder.UseSetting("Logging:LogLevel:Default", "None");
        configure?.Invoke(builder);
        if (services is not null)
            builder.ConfigureTestServices(services);
    }

    /// <summary>The site listens before it has read the content and made the index of it; visitors of these tests come when it has.</summary>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        var ended = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var publisher = host.Services.GetRequiredService<KnowledgePublisher>();
        publisher.WaitForFirstAsync(ended).WaitAsync(TimeSpan.FromMinutes(3)).GetAwaiter().GetResult();
        publisher.Build.WaitAsync(TimeSpan.FromMinutes(3)).GetAwaiter().GetResult();
        return host;
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
