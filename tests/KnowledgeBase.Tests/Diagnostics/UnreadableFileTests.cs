using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Diagnostics;

public class UnreadableFileTests
{
    private const string Home = "---\ntitle: Home\n---\nText\n";

    [Fact]
    public async Task KB101_A_link_to_nothing_is_reported_where_it_lies()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home).AndLink("pages/02.gone/default.md", "nothing.md");

        Assert.Equal(["02.gone/default.md:1 KB101"], (await folder.BuildAsync()).Findings());
    }

    [Fact]
    public async Task KB102_A_link_out_of_the_content_folder_is_not_followed()
    {
        using var elsewhere = new TemporaryFolder().And("secret.md", "---\ntitle: Secret\n---\n");
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home).AndLink("pages/02.out/default.md", elsewhere["secret.md"]);

        var snapshot = await folder.BuildAsync();

        Assert.Equal(["02.out/default.md:1 KB102"], snapshot.Findings());
        Assert.DoesNotContain("Secret", snapshot.Export());
    }

    [Fact]
    public async Task KB102_A_folder_that_links_to_a_folder_above_it_is_not_followed()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home).AndLink("pages/01.home/02.again", "..");

        Assert.Equal(["01.home/02.again:1 KB102"], (await folder.BuildAsync()).Findings());
    }

    [Fact]
    public async Task KB102_Media_behind_a_link_out_of_the_content_folder_is_not_served()
    {
        using var elsewhere = new TemporaryFolder().And("secret.png", "x");
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home).AndLink("pages/01.home/pic.png", elsewhere["secret.png"]);

        Assert.IsType<RouteMatch.Missing>((await folder.BuildAsync()).Routes.Find("/pic.png"));
    }

    [Fact]
    public async Task A_link_within_the_content_folder_is_followed()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home).And("shared/text.md", "---\ntitle: Shared\n---\n").AndLink("pages/02.shared/default.md", "../../shared/text.md");

        var snapshot = await folder.BuildAsync();

        Assert.Equal(["Home", "Shared"], snapshot.Pages.Select(page => page.Title));
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact]
    public async Task KB106_A_file_beyond_the_limit_is_cut_at_a_line_end()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", "---\ntitle: Home\n---\nFirst\n\nSecond is longer\n");

        var snapshot = await folder.BuildAsync(ContentLimits.Default with { FileBytes = 32 });

        Assert.Equal(["01.home/default.md:1 KB106"], snapshot.Findings());
        Assert.Equal("<p>First</p>\n", snapshot.Pages[0].Html);
    }

    [Fact]
    public void KB106_A_body_beyond_the_limit_is_cut_at_a_line_end()
    {
        var snapshot = TestSite.WithBody("First\n\nSecond is longer\n").Build(new BuildOptions { Limits = ContentLimits.Default with { BodyCharacters = 10 } });

        Assert.Equal(["02.page/default.md:5 KB106"], snapshot.Findings());
        Assert.Equal("<p>First</p>\n", snapshot.Html());
    }

    [Theory]
    [InlineData("[a]: https://example.org/LONG\n\n", "[a] ")]
    [InlineData("[a]: ../LONG\n\n", "![a] ")]
    [InlineData("[a]: https://example.org/ \"LONG\"\n\n", "[text][a] ")]
    [InlineData("*[AB]: LONG\n\n", "AB ")]
    public void KB107_What_is_written_once_and_named_often_is_bounded(string definition, string use)
    {
        var limits = new BuildOptions { Limits = ContentLimits.Default with { RepeatedCharacters = 2_000 } };
        var (once, often) = (definition.Replace("LONG", new string('x', 100), StringComparison.Ordinal), string.Concat(Enumerable.Repeat(use, 30)));

        Assert.DoesNotContain("KB107", TestSite.WithBody(once + use).Build(limits).Codes());
        Assert.Contains("02.page/default.md:4 KB107", TestSite.WithBody(once + often).Build(limits).Findings());
        Assert.Contains("<pre", TestSite.WithBody(once + often).Build(limits).Html());
    }

    [Fact]
    public void KB107_A_page_that_has_used_up_its_time_is_shown_as_its_source()
    {
        var snapshot = TestSite.WithBody("Some **words** and a [link](/).\n").Build(new BuildOptions { Limits = ContentLimits.Default with { Time = TimeSpan.FromSeconds(-1) } });

        Assert.Equal("The page is shown as its source: it takes too long to parse", Assert.Single(snapshot.Diagnostics, finding => finding.Location.File == "02.page/default.md").Message);
        Assert.Contains("[link](/)", snapshot.Html());
        Assert.DoesNotContain("<strong>", snapshot.Html());
    }

    [Fact]
    public async Task A_folder_called_like_a_page_file_is_a_folder()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home).And("pages/02.odd/default.md/notes.txt", "x");

        Assert.Single((await folder.BuildAsync()).Pages);
    }

    [Fact]
    public async Task UTF_16_is_read_with_a_warning()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("---\ntitle: Höhle\n---\n")]);

        var snapshot = await folder.BuildAsync();

        Assert.Equal("Höhle", snapshot.Pages[0].Title);
        Assert.Equal(["01.home/default.md:1 KB103"], snapshot.Findings());
    }

    [Theory]
    [InlineData("user/pages/01.home/default.md")]
    [InlineData("pages/01.home/default.md")]
    [InlineData("01.home/default.md")]
    public async Task The_pages_root_is_found(string file)
    {
        using var folder = new TemporaryFolder().And(file, Home);

        Assert.Equal("01.home/default.md", Assert.Single((await folder.BuildAsync()).Pages).File);
    }

    [Fact]
    public async Task Hidden_folders_and_names_with_colons_are_left_out()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home).And("pages/.git/default.md", Home).And("pages/.idea/default.md", Home);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no names with colons.");
        folder.And("pages/02.a:b/default.md", Home);

        Assert.Single((await folder.BuildAsync()).Pages);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_sentence()
    {
        var exception = Assert.Throws<DirectoryNotFoundException>(() => ContentFolder.Open("/no/such/folder"));

        Assert.Equal("There is no folder '/no/such/folder'.", exception.Message);
    }

    [Fact]
    public async Task Pages_beyond_the_limit_are_left_out_and_said_to_be()
    {
        using var folder = new TemporaryFolder().And("01.a/default.md", "One\n").And("02.b/default.md", "Two\n").And("03.c/default.md", "Three\n").And("04.d/default.md", "Four\n");

        var snapshot = await folder.BuildAsync(new KnowledgeBase.Content.ContentLimits { Files = 2 });

        Assert.Equal(["01.a/default.md", "02.b/default.md"], snapshot.Pages.Select(page => page.File));
        var finding = Assert.Single(snapshot.Diagnostics, diagnostic => diagnostic.Code.Id == "KB101");
        Assert.Equal(("03.c/default.md", "The folder has more than 2 text files; this one and 1 more are left out"), (finding.Location.File, finding.Message));
    }
}
