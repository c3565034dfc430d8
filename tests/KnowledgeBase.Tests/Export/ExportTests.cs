using System.Text.Json;

namespace KnowledgeBase.Tests.Export;

/// <summary>The names and shapes that scripts rely on.</summary>
public class ExportTests
{
    private static readonly JsonElement Document = JsonDocument.Parse(
        TestSite.WithBody("## A\n\n**Problem:**\n[x](kein)\n\n**Solution:**\ny\n", "title: Öl\ndate: '2020-01-02 03:04'").Build().Export()).RootElement;

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_page_has_the_names_of_the_contract() => Assert.Equal(
        "aliases date dateAmbiguous externalUrl file headings html language languages links menu order parent published redirect routable route summary taxonomy template title visible".Split(' '),
        Names(Document.GetProperty("pages")[1]));

    [Fact]
    public void An_issue_has_the_names_of_the_contract() => Assert.Equal(
        "affectedRegions affectedVersions allRegions anchor codeTokens fixedIn id level links notes page problem sections since solutionState solutions status tags title url".Split(' '),
        Names(Document.GetProperty("issues")[0]));

    [Fact]
    public void The_parts_of_pages_and_issues_have_the_names_of_the_contract()
    {
        var (page, issue) = (Document.GetProperty("pages")[1], Document.GetProperty("issues")[0]);

        Assert.Equal(["id", "level", "text"], Names(page.GetProperty("headings")[0]));
        Assert.Equal(["broken", "fragment", "href", "kind", "media", "raw", "route"], Names(page.GetProperty("links")[0]));
        Assert.Equal(["anchor", "html", "id", "kind", "text"], Names(issue.GetProperty("solutions")[0]));
        Assert.Equal(["html", "kind", "label", "text"], Names(issue.GetProperty("sections")[0]));
        Assert.Equal(["html", "text"], Names(issue.GetProperty("problem")));
    }

    [Fact]
    public void Values_are_written_as_the_contract_says()
    {
        var (page, issue) = (Document.GetProperty("pages")[1], Document.GetProperty("issues")[0]);

        Assert.Equal("2020-01-02T03:04:00", page.GetProperty("date").GetString());
        Assert.Equal("""{"category":[],"tag":[]}""", page.GetProperty("taxonomy").GetRawText());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("redirect").ValueKind);
        Assert.Equal(("available", "solution", "problem"), (issue.GetProperty("solutionState").GetString(), issue.GetProperty("solutions")[0].GetProperty("kind").GetString(), issue.GetProperty("sections")[0].GetProperty("kind").GetString()));
        Assert.Equal(JsonValueKind.Null, issue.GetProperty("notes").ValueKind);
    }

    [Fact]
    public void Letters_are_written_as_letters() => Assert.Contains("\"title\":\"Öl\"", Document.GetRawText());
}
