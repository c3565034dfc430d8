using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace KnowledgeBase.Web.Tests.Api;

public sealed class SearchApiTests(Handbook handbook) : IClassFixture<Handbook>
{
    public static TheoryData<string> Absurd => AbsurdQuestions.All;

    [Fact]
    public async Task An_answer_has_the_shape_of_the_contract()
    {
        var answer = await GetAsync("search?q=noise");
        var result = answer.GetProperty("results")[0];

        Assert.Equal(["query", "total", "results", "suggestion"], answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["url", "title", "pageTitle", "kind", "snippet", "score"], result.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("noise", JsonValueKind.Null), (answer.GetProperty("query").GetString(), answer.GetProperty("suggestion").ValueKind));
        Assert.Equal(("/ropes/known-issues#rope-creaks", "Rope creaks", "Known Issues", "issue"), (Text(result, "url"), Text(result, "title"), Text(result, "pageTitle"), Text(result, "kind")));
        Assert.Contains("<mark>noise</mark>", Text(result, "snippet"));
        Assert.True(result.GetProperty("score").GetDouble() > 0);
    }

    [Fact]
    public async Task A_mistyped_word_is_corrected_beside_the_results() =>
        Assert.Equal("splices", Text(await GetAsync("search?q=spllices"), "suggestion"));

    [Theory]
    [InlineData("q=rope&kind=issue", "Rope creaks,Rope floats,Rope breaks,Rope fades")]
    [InlineData("q=rope&kind=Page&kind=section&limit=1", "Ropes")]
    [InlineData("q=rope&kind=issue&solutionState=none", "Rope breaks")]
    [InlineData("q=rope&region=north", "Rope creaks,Rope floats")]
    [InlineData("q=slides+noise&section=anchors", "Anchor drags")]
    [InlineData("q=slides+noise&page=/ropes/known-issues/", "Rope creaks")]
    [InlineData("q=slides+noise&tag=rope", "Rope creaks")]
    [InlineData("q=noise&kind=&solutionState=&tag=&unknown=1", "Rope creaks")]
    public async Task Filters_narrow_the_answer(string query, string titles)
    {
        var answer = await GetAsync("search?" + query);

        Assert.Equal(titles.Split(',').Order(), Titles(answer).Order());
    }

    [Fact]
    public async Task Results_come_in_parts()
    {
        var all = Titles(await GetAsync("search?q=rope&limit=50")).ToList();

        var first = await GetAsync("search?q=rope&limit=3");
        var second = await GetAsync("search?q=rope&limit=3&from=3");

        Assert.Equal(all.Take(6), Titles(first).Concat(Titles(second)));
        Assert.Equal((all.Count, all.Count), (first.GetProperty("total").GetInt32(), second.GetProperty("total").GetInt32()));
        Assert.Empty(Titles(await GetAsync("search?q=rope&from=1000")));
    }

    [Fact]
    public async Task A_question_of_nothing_has_no_results()
    {
        var answer = await GetAsync("search");

        Assert.Equal(("", 0, 0), (Text(answer, "query"), answer.GetProperty("total").GetInt32(), answer.GetProperty("results").GetArrayLength()));
    }

    [Fact]
    public async Task Snippets_are_encoded()
    {
        using var content = new ContentOnDisk().With("01.home/docs.md", "---\ntitle: Home\n---\nThe tag `<b>` & \"knots\" make text heavy.\n");
        await using var site = new Site(content.Path);
        var answer = await site.Visitor().GetFromJsonAsync<JsonElement>("/api/v1/search?q=knots");

        Assert.Equal("The tag &lt;b&gt; &amp; &quot;<mark>knots</mark>&quot; make text heavy.", Text(answer.GetProperty("results")[0], "snippet"));
    }

    [Fact]
    public async Task Addresses_of_odd_routes_can_be_followed()
    {
        var url = Text((await GetAsync("search?q=cheap")).GetProperty("results")[0], "url");
        var suggested = Text((await GetAsync("suggest?q=cheap")).GetProperty("suggestions")[0], "url");

        Assert.Equal(("/g%C3%BCnstig%20%26%20gut", url), (url, suggested));
        Assert.Equal(HttpStatusCode.OK, (await handbook.Site.Visitor().GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task Suggestions_have_the_shape_of_the_contract()
    {
        var answer = await GetAsync("suggest?q=spl&limit=1");
        var suggestion = Assert.Single(answer.GetProperty("suggestions").EnumerateArray());

        Assert.Equal(["query", "suggestions"], answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["text", "url", "kind"], suggestion.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("spl", "Splices", "/ropes/splices", "page"), (Text(answer, "query"), Text(suggestion, "text"), Text(suggestion, "url"), Text(suggestion, "kind")));
    }

    [Theory]
    [InlineData("search?q=rope&limit=0", "limit")]
    [InlineData("search?q=rope&limit=51", "limit")]
    [InlineData("search?q=rope&limit=-1", "limit")]
    [InlineData("search?q=rope&limit=ten", "limit")]
    [InlineData("search?q=rope&limit=99999999999999999999", "limit")]
    [InlineData("search?q=rope&from=-1", "from")]
    [InlineData("search?q=rope&from=1001", "from")]
    [InlineData("search?q=rope&from=1.5", "from")]
    [InlineData("search?q=rope&kind=picture", "picture")]
    [InlineData("search?q=rope&solutionState=maybe", "maybe")]
    [InlineData("suggest?q=rope&limit=51", "limit")]
    [InlineData("suggest?q=rope&limit=x", "limit")]
    public async Task What_cannot_be_asked_is_refused_with_a_reason(string query, string reason)
    {
        var response = await handbook.Site.Visitor().GetAsync("/api/v1/" + query);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(reason, Text(problem, "detail"));
    }

    [Theory]
    [MemberData(nameof(Absurd))]
    public async Task Any_text_is_a_question(string question)
    {
        foreach (var resource in (string[])["search", "suggest"])
        {
            var context = await handbook.Site.Server.SendAsync(request => (request.Request.Method, request.Request.Path, request.Request.QueryString) = ("GET", $"/api/v1/{resource}", new($"?q={question}")));
            using var answer = await JsonDocument.ParseAsync(context.Response.Body);

            Assert.Equal(200, context.Response.StatusCode);
            Assert.Equal(JsonValueKind.String, answer.RootElement.GetProperty("query").ValueKind);
        }
    }

    [Fact]
    public async Task An_answer_can_be_kept_until_the_next_edition()
    {
        var visitor = handbook.Site.Visitor();
        var tag = (await visitor.GetAsync("/api/v1/search?q=rope")).Headers.ETag!;

        var again = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=rope") { Headers = { IfNoneMatch = { tag } } });
        var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/suggest?q=rope"));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, head.StatusCode));
    }

    private Task<JsonElement> GetAsync(string query) => handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/api/v1/" + query);

    private static IEnumerable<string> Titles(JsonElement answer) => answer.GetProperty("results").EnumerateArray().Select(result => Text(result, "title"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
