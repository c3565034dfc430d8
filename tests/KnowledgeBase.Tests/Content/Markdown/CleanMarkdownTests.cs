using System.Text;

namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>A page as Markdown for programs: what only Grav understands is resolved.</summary>
public class CleanMarkdownTests
{
    [Theory]
    [InlineData("## Pots\n\nText with *weight* and `code`.", "## Pots\n\nText with *weight* and `code`.\n")]
    [InlineData("* one\n* two\n  * deep\n", "- one\n- two\n  - deep\n")]
    [InlineData("3. three\n4. four\n", "3. three\n4. four\n")]
    [InlineData("!! Hot.\n", "> **Warning**\n>\n> Hot.\n")]
    [InlineData("```bash\nls\n```\n", "```bash\nls\n```\n")]
    [InlineData("| a | b |\n|---|---|\n| 1 | x\\|y |\n", "| a | b |\n| --- | --- |\n| 1 | x\\|y |\n")]
    [InlineData("> quoted\n> twice\n", "> quoted\n> twice\n")]
    [InlineData("Text[^n]\n\n[^n]: Note.\n", "Text[^1]\n\n[^1]: Note.\n")]
    [InlineData("Pot\n:   A vessel.\n", "Pot\n:   A vessel.\n")]
    [InlineData("*[<b]: bold\n\nA <b is text.\n", "A \\<b is text.\n")]
    [InlineData("2 \\* 3 and a_b_c", "2 \\* 3 and a_b_c\n")]
    public void Markdown_stays_Markdown(string body, string expected) => Assert.Equal(expected, MarkdownOf(body));

    [Fact]
    public void Shortcodes_and_raw_HTML_are_resolved() =>
        Assert.Equal(
            "**First**\n\nOne way.\n\n**Second**\n\nThe other.\n\nPress Ctrl.\n",
            MarkdownOf("[ui-tabs]\n[ui-tab title=\"First\"]\nOne way.\n[/ui-tab]\n[ui-tab title=\"Second\"]\nThe other.\n[/ui-tab]\n[/ui-tabs]\n\nPress <kbd>Ctrl</kbd>.\n"));

    [Fact]
    public void Links_lead_to_routes()
    {
        var snapshot = TestSite.WithBody("[other](../03.shed/docs.md#tools)").And("03.shed/docs.md", "---\ntitle: Shed\n---\n## Tools\n").Build();

        Assert.Equal("[other](/shed#tools)\n", Encoding.UTF8.GetString(snapshot.BodyPage().Markdown.Span));
    }

    private static string MarkdownOf(string body) => Encoding.UTF8.GetString(TestSite.WithBody(body).Build().BodyPage().Markdown.Span);
}
