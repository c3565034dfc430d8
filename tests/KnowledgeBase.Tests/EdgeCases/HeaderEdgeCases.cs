namespace KnowledgeBase.Tests.EdgeCases;

public class HeaderEdgeCases
{
    [Fact] // 20
    public void A_page_without_a_header_is_called_by_its_first_heading()
    {
        var snapshot = TestSite.With("01.home/default.md", "# Try it out…\n\nText\n").Build();

        Assert.Equal("Try it out…", snapshot.Pages[0].Title);
        Assert.Equal(["01.home/default.md:1 KB116"], snapshot.Findings());
    }

    [Fact] // 20
    public void A_frontmatter_file_gives_a_page_without_header_its_title()
    {
        var snapshot = TestSite.With("01.home/default.md", "Just text\n").And("01.home/frontmatter.yaml", "title: Inherited\n").Build();

        Assert.Equal("Inherited", snapshot.Pages[0].Title);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Theory] // 21
    [InlineData("title: Part: Details", "Part: Details")]
    [InlineData("title: '@home'\nnode: @x", "@home")]
    [InlineData("title: Tabs\nroutes:\n\taliases:\n\t\t- /x", "Tabs")]
    [InlineData("title: [New] Model", "[New] Model")]
    [InlineData("title: {{ name }}", "{{ name }}")]
    public void A_header_that_strict_YAML_rejects_still_gives_the_title(string header, string title) =>
        Assert.Equal(title, TestSite.WithBody("", header).Build().BodyPage().Title);

    [Fact] // 21
    public void A_key_without_a_blank_behind_its_colon_is_understood_and_reported()
    {
        var snapshot = TestSite.WithBody("Text\n", "title:'No blank'").Build();

        Assert.Equal(("No blank", "<p>Text</p>\n"), (snapshot.BodyPage().Title, snapshot.Html()));
        Assert.Equal(["02.page/default.md:2 KB110"], snapshot.Findings());
    }

    [Fact] // 21
    public void A_header_line_in_quotes_counts_as_if_it_had_none()
    {
        var snapshot = TestSite.WithBody("Text\n", "title: T\n'date: 15.10.2018 12:00'").Build();

        Assert.Equal(new DateTime(2018, 10, 15, 12, 0, 0), snapshot.BodyPage().Date?.Value);
        Assert.Equal(["02.page/default.md:3 KB110"], snapshot.Findings());
    }

    [Fact] // 21
    public void A_taxonomy_written_as_a_word_is_a_category()
    {
        var snapshot = TestSite.WithBody("", "title: T\ntaxonomy: manual").Build();

        Assert.Equal(["manual"], snapshot.BodyPage().Taxonomy["category"]);
        Assert.Equal(["02.page/default.md:3 KB117"], snapshot.Findings());
    }

    [Fact] // More: integer title
    public void A_number_is_a_title() => Assert.Equal("207", TestSite.WithBody("", "title: 207").Build().BodyPage().Title);

    [Fact] // More: translated keys
    public void Translated_keys_are_ignored_and_the_title_comes_from_the_body()
    {
        var snapshot = TestSite.WithBody("# Anfang\n", "Titel: Anfang hier\nRouten:\n  default: /x").Build();

        Assert.Equal(("Anfang", "/page"), (snapshot.BodyPage().Title, snapshot.BodyPage().Route));
    }

    [Fact] // More: media_order
    public void A_gallery_that_names_a_missing_file_is_told_so()
    {
        var snapshot = TestSite.WithBody("", "title: T\nmedia_order: 'one.png,two.png'").And("02.page/one.png").Build();

        Assert.Equal(["02.page/default.md:3 KB146"], snapshot.Findings());
        Assert.Contains("'two.png'", snapshot.Diagnostics[0].Message);
    }

    [Fact] // More: CRLF
    public void Lines_that_end_as_on_Windows_are_lines()
    {
        var snapshot = TestSite.With("01.home/default.md", "---\r\ntitle: Home\r\n---\r\n\r\nOne\r\n\r\nTwo\r\n").Build();

        Assert.Equal(("Home", "<p>One</p>\n<p>Two</p>\n"), (snapshot.Pages[0].Title, snapshot.Pages[0].Html));
    }

    [Fact] // More: external pages
    public void A_page_that_leads_elsewhere_needs_no_body_and_no_date()
    {
        var snapshot = TestSite.WithBody("", "title: State\nexternal_url: 'https://state.example.org/'").Build();

        Assert.Equal("https://state.example.org/", snapshot.BodyPage().ExternalUrl);
        Assert.Equal("https://state.example.org/", snapshot.Root.Children[1].Href);
        Assert.Null(snapshot.BodyPage().Date);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact] // More: query in external_url
    public void An_external_address_keeps_its_query() =>
        Assert.Equal("https://desk.example.org/new?form=7&team=a", TestSite.WithBody("", "title: T\nexternal_url: https://desk.example.org/new?form=7&team=a").Build().BodyPage().ExternalUrl);
}
