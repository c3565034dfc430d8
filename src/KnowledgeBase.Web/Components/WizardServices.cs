using System.Diagnostics;
using System.Diagnostics.Metrics;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Components.Author;
using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Telemetry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms.Mapping;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Components;

/// <summary>
/// The services that only the wizard needs: circuits, the tokens of its form, the key that signs both. They are put together when somebody comes to it;
/// until then a site of readers does not even load them. Of the site's own they see those that are listed here. Safe to share.
/// </summary>
internal sealed class WizardServices(IServiceProvider site) : IAsyncDisposable
{
    private readonly Lock _making = new();
    private ServiceProvider? _provider;

    /// <summary>Those that live as long as the site. Where they could not be put together, whoever comes next tries again.</summary>
    public IServiceProvider Provider
    {
        get
        {
            lock (_making)
                return _provider ??= Make(site);
        }
    }

    /// <summary>Has something answer a request with these services in the place of the site's. The edition stays the one that the request began with.</summary>
    public async Task AnswerAsync(HttpContext context, IResult result)
    {
        await using var scope = Provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Request>().Services = context.RequestServices;
        await context.AnswerWithAsync(scope.ServiceProvider, () => result.ExecuteAsync(context));
    }

    public ValueTask DisposeAsync() => _provider?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static ServiceProvider Make(IServiceProvider site)
    {
        // What begins here goes on after the request that made it begin, and is not its own.
        using var alone = ExecutionContext.SuppressFlow();
        var services = new ServiceCollection();
        Share<IConfiguration>();
        Share<IHostEnvironment>();
        Share<IWebHostEnvironment>();
        Share<IHostApplicationLifetime>();
        Share<ILoggerFactory>();
        Share<IMeterFactory>();
        Share<DiagnosticListener>();
        Share<TimeProvider>();
        Share<IOptions<SiteOptions>>();
        Share<IOptions<LimitOptions>>();
        Share<AuthorMode>();
        Share<SiteFiles>();
        Share<SiteMetrics>();
        Share<KnowledgePublisher>();
        Share<IComponentActivator>();
        services.AddScoped<Request>();
        services.AddScoped(scope => scope.GetRequiredService<Request>().Services.GetRequiredService<PublishedKnowledge>());
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(CircuitLimits.Bound);
        services.Replace(ServiceDescriptor.Scoped<IFormValueMapper, NoForms>());
        services.AddCircuitsAndForms();
        var checks = site.GetRequiredService<IHostEnvironment>().IsDevelopment();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = checks, ValidateOnBuild = checks });

        // As it is: whoever makes a service also ends it.
        void Share<TService>()
            where TService : class => services.AddSingleton(site.GetRequiredService<TService>());
    }

    /// <summary>The request that is answered. A circuit has none: it lives longer than an edition, and asks the publisher.</summary>
    private sealed class Request
    {
        private IServiceProvider? _services;

        public IServiceProvider Services
        {
            get => _services ?? throw new InvalidOperationException("A circuit was asked for the edition of a request.");
            set => _services = value;
        }
    }
}
