using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace KnowledgeBase.Web.Tests.Api;

public sealed class OpenApiTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Fact]
    public async Task The_description_lists_every_resource_with_its_answers()
    {
        var paths = (await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");

        Assert.Equal(["/api/v1/issues", "/api/v1/pages", "/api/v1/pages/{route}"], paths.EnumerateObject().Select(path => path.Name).Order());
        Assert.Equal(["200", "404"], Answers(paths, "/api/v1/pages/{route}"));
        Assert.Equal(["200", "400"], Answers(paths, "/api/v1/issues"));
    }

    [Fact]
    public async Task The_description_can_be_asked_for_without_its_body() =>
        Assert.Equal(HttpStatusCode.OK, (await handbook.Site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, "/openapi/v1.json"))).StatusCode);

    [Fact]
    public async Task The_description_explains_every_parameter()
    {
        var paths = (await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");
        var parameters = paths.GetProperty("/api/v1/issues").GetProperty("get").GetProperty("parameters").EnumerateArray().ToList();

        Assert.Equal(["q", "page", "region", "solutionState", "tag"], parameters.Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.All(parameters, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
    }

    [Fact]
    public async Task The_description_says_what_may_be_null()
    {
        var document = await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var issue = document.GetProperty("components").GetProperty("schemas").GetProperty("IssueDocument");

        Assert.Equal("string", issue.GetProperty("properties").GetProperty("title").GetProperty("type").ToString());
        Assert.Contains("null", issue.GetProperty("properties").GetProperty("since").GetProperty("type").ToString());
        Assert.Contains("since", issue.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    private static IEnumerable<string> Answers(JsonElement paths, string path)
    {
        var operation = Assert.Single(paths.GetProperty(path).EnumerateObject());
        Assert.Equal("get", operation.Name);
        return operation.Value.GetProperty("responses").EnumerateObject().Select(answer => answer.Name);
    }
}
