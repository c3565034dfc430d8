namespace KnowledgeBase.Web.Tests.Access;

public sealed class UsableHostTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Theory]
    [InlineData("docs.example.org", 200)]
    [InlineData("docs_internal:8080", 200)]
    [InlineData("", 200)]
    [InlineData("a..b", 400)]
    [InlineData("x:99999", 400)]
    [InlineData("ex(ample", 400)]
    [InlineData("xn--", 400)]
    [InlineData("\"><script>alert(1)</script>", 400)]
    public async Task A_host_that_is_none_is_the_visitors_mistake(string host, int status)
    {
        foreach (var path in (string[])["/", "/ropes", "/issues", "/robots.txt", "/sitemap.xml", "/issues.atom", "/nowhere"])
        {
            var context = await handbook.Site.Server.SendAsync(request =>
            {
                request.Request.Method = "GET";
                request.Request.Path = path;
                request.Request.Host = new(host);
            });

            Assert.Equal(path == "/nowhere" && status == 200 ? 404 : status, context.Response.StatusCode);
        }
    }

    [Fact]
    public async Task The_API_says_so_in_problem_details()
    {
        var context = await handbook.Site.Server.SendAsync(request =>
        {
            request.Request.Method = "GET";
            request.Request.Path = "/api/v1/pages";
            request.Request.Host = new("xn--");
        });

        Assert.Equal((400, "application/problem+json"), (context.Response.StatusCode, context.Response.ContentType));
    }
}
