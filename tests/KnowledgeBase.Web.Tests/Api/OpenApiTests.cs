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

        Assert.Equal(["/api/v1/issues", "/api/v1/pages", "/api/v1/pages/{route}", "/api/v1/search", "/api/v1/suggest", "/api/v1/troubleshoot", "/api/v1/troubleshoot/{topic}", "/api/v1/troubleshoot/{topic}/evidence"], paths.EnumerateObject().Select(path => path.Name).Order());
        Assert.Equal(["200", "404"], Answers(paths, "/api/v1/pages/{route}"));
        Assert.Equal(["200", "400"], Answers(paths, "/api/v1/issues"));
        Assert.Equal(["200", "400"], Answers(paths, "/api/v1/search"));
        Assert.Equal(["200", "400"], Answers(paths, "/api/v1/suggest"));
    }

    [Fact]
    public async Task Nothing_that_is_read_takes_a_body()
    {
        var paths = (await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");
        var takers = paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(operation => operation.Value.TryGetProperty("requestBody", out _)).Select(operation => $"{operation.Name} {path.Name}"));

        Assert.Equal(["post /api/v1/troubleshoot/{topic}/evidence"], takers);
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

    [Theory]
    [InlineData("/api/v1/search", "q,limit,from,kind,section,page,region,solutionState,tag")]
    [InlineData("/api/v1/suggest", "q,limit")]
    public async Task The_description_of_the_search_explains_its_parameters_and_the_range_of_numbers(string path, string names)
    {
        var paths = (await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");
        var operation = paths.GetProperty(path).GetProperty("get");
        var parameters = operation.GetProperty("parameters").EnumerateArray().ToDictionary(parameter => parameter.GetProperty("name").GetString()!);

        Assert.Equal(names, string.Join(',', parameters.Keys));
        Assert.All(parameters.Values, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
        var limit = parameters["limit"].GetProperty("schema");
        Assert.Equal(("integer", 1, 50, 10), (limit.GetProperty("type").GetString(), limit.GetProperty("minimum").GetInt32(), limit.GetProperty("maximum").GetInt32(), limit.GetProperty("default").GetInt32()));
    }

    [Fact]
    public async Task The_description_says_that_a_snippet_is_HTML() =>
        Assert.Contains("`snippet` is HTML", (await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths").GetProperty("/api/v1/search").GetProperty("get").GetProperty("description").GetString());

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
