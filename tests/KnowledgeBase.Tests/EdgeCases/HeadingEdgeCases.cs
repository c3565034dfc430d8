namespace KnowledgeBase.Tests.EdgeCases;

public class HeadingEdgeCases
{
    [Theory] // 13
    [InlineData("Sizes (A1 & B2)", "sizes-a1-b2")]
    [InlineData("TCP/UDP", "tcp-udp")]
    [InlineData("It doesn't start", "it-doesn-t-start")]
    [InlineData("i.e. later", "i-e-later")]
    [InlineData("some_long_name", "some-long-name")]
    public void Heading_ids_are_those_of_Grav_and_not_of_GitHub(string text, string id) =>
        Assert.Equal([id], TestSite.WithBody($"## {text}\n").Build().BodyPage().HeadingIds());

    [Fact] // 13
    public void A_long_heading_keeps_its_whole_id()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 25));

        Assert.Equal([text.Replace(' ', '-')], TestSite.WithBody($"## {text}\n").Build().BodyPage().HeadingIds());
    }

    [Fact] // 14
    public void Headings_are_numbered_over_all_tabs_of_a_page()
    {
        var page = TestSite.WithBody("""
            [ui-tabs]
            [ui-tab title="North"]
            ## Needs
            ## Steps
            [/ui-tab]
            [ui-tab title="South"]
            ## Needs
            ## Steps
            [/ui-tab]
            [/ui-tabs]

            ## Needs
            """).Build().BodyPage();

        Assert.Equal(["needs", "steps", "needs-1", "steps-1", "needs-2"], page.HeadingIds());
    }

    [Fact] // 15
    public void A_switched_off_table_of_contents_takes_no_ids_away()
    {
        var snapshot = TestSite.With("01.top/docs.md", "---\ntitle: Top\npage-toc:\n  active: false\n---\n## Own part\n")
            .And("01.top/01.below/docs.md", "---\ntitle: Below\n---\n## Its part\n").Build();

        Assert.Equal(["own-part"], snapshot.PageOf("01.top/docs.md").HeadingIds());
        Assert.Equal(["its-part"], snapshot.PageOf("01.top/01.below/docs.md").HeadingIds());
    }
}
