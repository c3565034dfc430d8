using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace KnowledgeBase.Web.Tests.Api;

public sealed class PagesApiTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Fact]
    public async Task The_list_has_every_page_without_its_body()
    {
        var list = await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/api/v1/pages");
        var pages = list.GetProperty("pages").EnumerateArray().ToList();
        var ropes = pages.Single(page => page.GetProperty("route").GetString() == "/ropes");

        Assert.NotEmpty(list.GetProperty("version").GetString()!);
        Assert.Equal(
            ["route", "title", "menu", "file", "parent", "order", "template", "language", "languages", "date", "dateAmbiguous", "published", "visible", "routable", "externalUrl", "redirect", "aliases", "taxonomy", "summary"],
            ropes.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2024-02-13T00:00:00", ropes.GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, ropes.GetProperty("parent").ValueKind);
        var draft = pages.Single(page => page.GetProperty("route").GetString() == "/draft");
        Assert.False(draft.GetProperty("routable").GetBoolean());
    }

    [Theory]
    [InlineData("ropes", "/ropes")]
    [InlineData("Ropes/Splices", "/ropes/splices")]
    [InlineData("lines", "/ropes")]
    [InlineData("start", "/")]
    [InlineData("", "/")]
    [InlineData("g%C3%BCnstig%20&%20gut", "/günstig & gut")]
    public async Task A_page_is_found_by_route_and_alias_in_any_case(string asked, string route)
    {
        var page = await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/api/v1/pages/" + asked);

        Assert.Equal(route, page.GetProperty("route").GetString());
        Assert.True(page.TryGetProperty("html", out _));
        Assert.Equal(JsonValueKind.Array, page.GetProperty("headings").ValueKind);
        Assert.Equal(JsonValueKind.Array, page.GetProperty("links").ValueKind);
    }

    [Fact]
    public async Task Letters_are_sent_as_they_are()
    {
        var text = await handbook.Site.Visitor().GetStringAsync("/api/v1/pages");

        Assert.Contains("günstig & gut", text);
    }

    [Theory]
    [InlineData("GET", "/api/v1/pages/draft", 404)]
    [InlineData("GET", "/api/v1/pages/nowhere", 404)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v1", 404)]
    [InlineData("POST", "/api/v1/pages", 405)]
    [InlineData("DELETE", "/api/v1/issues", 405)]
    [InlineData("GET", "/api/v1/issues?solutionState=maybe", 400)]
    public async Task Mistakes_of_a_client_are_problem_details(string method, string address, int status)
    {
        var response = await handbook.Site.Visitor().SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
    }

    [Fact]
    public async Task A_client_may_ask_for_the_headers_alone()
    {
        var response = await handbook.Site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/pages/ropes"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
