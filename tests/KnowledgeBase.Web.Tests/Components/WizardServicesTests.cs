using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Tests.Publishing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Components;

/// <summary>The wizard's services are the site's, as far as an answer depends on it.</summary>
public sealed class WizardServicesTests
{
    [Fact]
    public async Task An_answer_is_of_the_edition_that_its_request_began_with()
    {
        await using var site = new LiveSite("off");
        await using var request = site.Site.Services.CreateAsyncScope();
        var began = request.ServiceProvider.GetRequiredService<PublishedKnowledge>();
        await File.WriteAllTextAsync(site.File, LiveSite.Page("second"), TestContext.Current.CancellationToken);
        await site.Publisher.PublishAsync(TestContext.Current.CancellationToken);
        Assert.NotSame(began, site.Publisher.Current);
        var context = new DefaultHttpContext { RequestServices = request.ServiceProvider };
        var result = new Seen();

        await site.Site.Services.GetRequiredService<WizardServices>().AnswerAsync(context, result);

        Assert.Same(began, result.Edition);
        Assert.Same(request.ServiceProvider, context.RequestServices);
    }

    [Fact]
    public async Task A_circuit_holds_no_edition()
    {
        await using var site = new LiveSite("off");
        await using var circuit = site.Site.Circuits.CreateAsyncScope();

        Assert.Throws<InvalidOperationException>(() => circuit.ServiceProvider.GetRequiredService<PublishedKnowledge>());
    }

    [Fact]
    public async Task Who_comes_after_a_failure_gets_the_wizard()
    {
        await using var site = new LiveSite("off");
        await using var services = new WizardServices(new FailingOnce(site.Site.Services));
        Assert.Throws<IOException>(() => services.Provider);

        Assert.NotNull(services.Provider.GetService<IAntiforgery>());
    }

    private sealed class Seen : IResult
    {
        public PublishedKnowledge? Edition { get; private set; }

        public Task ExecuteAsync(HttpContext httpContext)
        {
            Edition = httpContext.RequestServices.GetRequiredService<PublishedKnowledge>();
            return Task.CompletedTask;
        }
    }

    private sealed class FailingOnce(IServiceProvider services) : IServiceProvider
    {
        private bool _hasFailed;

        public object? GetService(Type serviceType)
        {
            if (_hasFailed)
                return services.GetService(serviceType);
            _hasFailed = true;
            throw new IOException("Too many open files.");
        }
    }
}
