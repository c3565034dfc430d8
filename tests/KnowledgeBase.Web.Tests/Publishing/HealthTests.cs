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
}
