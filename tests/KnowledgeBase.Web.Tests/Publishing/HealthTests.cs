using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

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
    public async Task A_site_that_is_about_to_end_is_not_ready()
    {
        var publisher = handbook.Site.Services.GetRequiredService<KnowledgePublisher>();

        var result = await new KnowledgeHealthCheck(publisher, new Ending()).CheckHealthAsync(new HealthCheckContext());

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
    }

    private sealed class Ending : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping { get; } = new(canceled: true);

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
