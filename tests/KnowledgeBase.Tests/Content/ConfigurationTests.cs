namespace KnowledgeBase.Tests.Content;

public class ConfigurationTests
{
    [Fact]
    public void A_folder_without_configuration_has_defaults()
    {
        var snapshot = TestSite.WithBody("").Build();

        Assert.Equal(("Knowledge base", null, true), (snapshot.Settings.Title, snapshot.Settings.Language, snapshot.Settings.BreaksLines));
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact]
    public void The_title_and_description_of_the_site_are_read()
    {
        var settings = TestSite.WithBody("").And("config/site.yaml", "title: Gate manual\nmetadata:\n  description: All about gates\n").Build().Settings;

        Assert.Equal(("Gate manual", "All about gates"), (settings.Title, settings.Description));
    }

    [Theory]
    [InlineData("config/system.yaml")]
    [InlineData("config/site.yaml")]
    [InlineData("config/plugins/page-toc.yaml")]
    [InlineData("config/plugins/markdown-notices.yaml")]
    public void Broken_YAML_is_reported_and_the_defaults_are_used(string file)
    {
        var snapshot = TestSite.WithBody("Text\n").And(file, "a: b\nc: [d\n").Build();

        Assert.Equal("<p>Text</p>\n", snapshot.Html());
        Assert.Equal(["KB401"], snapshot.Codes());
        Assert.Equal(file, snapshot.Diagnostics[0].Location.File);
    }

    [Fact]
    public void Configuration_that_is_no_list_of_keys_is_reported() =>
        Assert.Equal(["config/site.yaml:1 KB401"], TestSite.WithBody("").And("config/site.yaml", "- a\n- b\n").Build().Findings());

    [Theory]
    [InlineData("/a(")]
    [InlineData("/(?=x)")]
    [InlineData("/(a)\\1")]
    public void A_pattern_that_cannot_be_used_is_reported_and_left_out(string pattern) =>
        Assert.Equal(["config/site.yaml:3 KB403"], TestSite.WithBody("").And("config/site.yaml", $"title: T\nredirects:\n  '{pattern}': /page\n").Build().Findings());

    [Fact]
    public void The_line_that_ends_the_summary_can_be_configured() =>
        Assert.Equal("<p>a</p>\n<p>b</p>\n", TestSite.WithBody("a\n\n+++\n\nb\n").And("config/site.yaml", "summary:\n  delimiter: '+++'\n").Build().Html());
}
