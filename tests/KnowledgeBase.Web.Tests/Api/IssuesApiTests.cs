using System.Net.Http.Json;
using System.Text.Json;

namespace KnowledgeBase.Web.Tests.Api;

public sealed class IssuesApiTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Theory]
    [InlineData("", "creaks,floats,breaks,fades,drags")]
    [InlineData("?q=noise", "creaks")]
    [InlineData("?q=CREAK_level", "creaks")]
    [InlineData("?q=rope+stone", "floats")]
    [InlineData("?q=rope+chain", "")]
    [InlineData("?q=stone&q=chain", "floats,drags")]
    [InlineData("?q=", "creaks,floats,breaks,fades,drags")]
    [InlineData("?page=/anchors/known-issues", "drags")]
    [InlineData("?page=/Ropes/Known-Issues&q=noise", "creaks")]
    [InlineData("?region=north", "creaks,floats")]
    [InlineData("?region=west", "floats")]
    [InlineData("?region=", "breaks,fades,drags")]
    [InlineData("?region=&region=south", "creaks,floats,breaks,fades,drags")]
    [InlineData("?solutionState=none", "breaks")]
    [InlineData("?solutionState=none&solutionState=unspecified", "breaks,fades")]
    [InlineData("?solutionState=available&region=", "drags")]
    [InlineData("?tag=Rope", "creaks,floats,breaks,fades")]
    [InlineData("?tag=none-such", "")]
    [InlineData("?unknown=1", "creaks,floats,breaks,fades,drags")]
    public async Task Filters_narrow_the_list(string query, string expected)
    {
        var list = await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/api/v1/issues" + query);
        var titles = list.GetProperty("issues").EnumerateArray().Select(issue => issue.GetProperty("title").GetString()!.Split(' ')[1]);

        Assert.Equal(expected, string.Join(',', titles));
    }

    [Fact]
    public async Task An_issue_has_the_shape_of_the_contract()
    {
        var list = await handbook.Site.Visitor().GetFromJsonAsync<JsonElement>("/api/v1/issues?q=noise");
        var issue = list.GetProperty("issues")[0];

        Assert.Equal(
            ["id", "title", "page", "anchor", "url", "level", "problem", "affectedRegions", "allRegions", "affectedVersions", "fixedIn", "status", "since", "solutionState", "solutions", "notes", "sections", "codeTokens", "links", "tags"],
            issue.EnumerateObject().Select(property => property.Name));
        Assert.Equal("/ropes/known-issues#rope-creaks", issue.GetProperty("url").GetString());
        Assert.Equal("available", issue.GetProperty("solutionState").GetString());
        Assert.Equal(["North", "South"], issue.GetProperty("affectedRegions").EnumerateArray().Select(region => region.GetString()));
    }
}
