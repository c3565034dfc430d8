using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Tests.Publishing;

public sealed class HealthTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task A_published_site_is_healthy(string address)
    {
        var response = await handbook.Site.Visitor().GetAsync(address);

        Assert.Equal((200, "text/plain"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_site_without_an_edition_is_not_ready()
    {
        var publisher = new KnowledgePublisher(Options.Create(new ContentOptions()), Options.Create(new SiteOptions()), new HostingEnvironment(), TimeProvider.System, NullLogger<KnowledgePublisher>.Instance);

        var result = await new KnowledgeHealthCheck(publisher).CheckHealthAsync(new HealthCheckContext());

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
    }
}
