namespace KnowledgeBase.Tests.Content;

/// <summary>How a file is split into header and body.</summary>
public class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: T\n---\nBody\n")]
    [InlineData("\uFEFF---\ntitle: T\n---\nBody\n")]
    [InlineData("\n\n---\ntitle: T\n---\nBody\n")]
    [InlineData("---\r\ntitle: T\r\n---\r\nBody\r\n")]
    [InlineData("---\rtitle: T\r---\rBody\r")]
    [InlineData("--- \ntitle: T\n---\nBody\n")]
    [InlineData("---\ntitle: T\n--- \nBody\n")]
    [InlineData("---\ntitle: T\n----\nBody\n")]
    [InlineData("---\ntitle: T\n---foo\nBody\n")]
    [InlineData("---\ntitle: T\n---\n\n\nBody\n")]
    [InlineData("---\ntitle: T\n---\nBody")]
    public void The_header_is_found_and_the_rest_is_the_body(string text)
    {
        var page = Assert.Single(TestSite.With("01.a/default.md", text).Build().Pages);

        Assert.Equal(("T", "<p>Body</p>\n"), (page.Title, page.Html));
    }

    [Fact]
    public void Dots_do_not_close_a_header()
    {
        var page = Assert.Single(TestSite.With("01.a/default.md", "---\ntitle: T\n...\nmenu: M\n---\nBody\n").Build().Pages);

        Assert.Equal(("T", "<p>Body</p>\n"), (page.Title, page.Html));
    }

    [Theory]
    [InlineData("---\n---\n\nBody\n")]
    [InlineData("Body\n")]
    [InlineData("----\ntitle: T\n---\n\nBody\n")]
    public void Without_a_header_everything_is_body(string text)
    {
        var page = Assert.Single(TestSite.With("01.a/default.md", text).Build().Pages);

        Assert.NotEqual("T", page.Title);
        Assert.Contains("Body", page.Html);
    }

    [Fact]
    public void A_later_line_of_hyphens_is_a_rule_or_an_underline()
    {
        var page = TestSite.WithBody("Head\n---\n\nText\n\n---\n\nMore\n").Build().BodyPage();

        Assert.Equal(["head"], page.HeadingIds());
        Assert.Contains("<hr />", page.Html);
    }

    [Fact]
    public void The_lines_of_findings_are_those_of_the_file()
    {
        Assert.Equal(["01.a/default.md:7 KB140"], TestSite.With("01.a/default.md", "\n---\ntitle: T\n---\n\n\n[x](no)\n").Build().Findings());
        Assert.Contains("01.a/default.md:3 KB140", TestSite.With("01.a/default.md", "# T\n\n[x](no)\n").Build().Findings());
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_keeps_its_title()
    {
        using var folder = new TemporaryFolder().And("pages/01.a/default.md", [.. "---\ntitle: Caf"u8, 0xE9, .. "\n---\n"u8]);

        Assert.Equal("Café", Assert.Single((await folder.BuildAsync()).Pages).Title);
    }

    [Fact]
    public void A_header_that_is_never_closed_is_shown_as_text_and_reported()
    {
        var snapshot = TestSite.With("01.a/default.md", "---\ntitle: T\n\nBody\n").Build();

        Assert.Contains("title: T", snapshot.Pages[0].Html);
        Assert.Contains("01.a/default.md:1 KB112", snapshot.Findings());
    }
}
