namespace KnowledgeBase.Tests.Content;

/// <summary>The YAML of headers, and what its keys mean.</summary>
public class HeaderTests
{
    [Theory]
    [InlineData("title: 0123", "0123")]
    [InlineData("title: 1.10", "1.10")]
    [InlineData("title: 2019-08-14", "2019-08-14")]
    [InlineData("title: yes", "yes")]
    [InlineData("title: 'quoted'", "quoted")]
    [InlineData("title: \"quoted\"", "quoted")]
    [InlineData("title:    blanks   ", "blanks")]
    [InlineData("title: >\n  folded\n  text", "folded text")]
    [InlineData("title: A # comment", "A")]
    [InlineData("# comment\ntitle: B", "B")]
    public void A_scalar_is_the_text_that_was_written(string header, string title) =>
        Assert.Equal(title, TestSite.WithBody("", header).Build().BodyPage().Title);

    [Theory]
    [InlineData("title: Topic: Fields", "Topic: Fields", "KB110")]
    [InlineData("title: @x", "@x", "KB110")]
    [InlineData("title: %x", "%x", "KB110")]
    [InlineData("title:'X'", "X", "KB110")]
    [InlineData("title: [New] Foo", "[New] Foo", "KB110")]
    [InlineData("title: {{ x }}", "{{ x }}", "KB110")]
    [InlineData("title: *star", "*star", "KB110")]
    [InlineData("title: 'it''s'\nmenu: 'open", "it's", "KB110")]
    [InlineData("title: T\n[", "T", "KB111")]
    [InlineData("title: T\nmenu: !<>", "T", "KB110")]
    [InlineData("title: T\nmenu: {\n  \uFEFF", "T", "KB110")]
    public void What_strict_YAML_rejects_is_read_line_by_line(string header, string title, string code)
    {
        var snapshot = TestSite.WithBody("Text\n", header).Build();

        Assert.Equal((title, "<p>Text</p>\n"), (snapshot.BodyPage().Title, snapshot.Html()));
        Assert.Contains(code, snapshot.Codes());
    }

    [Fact]
    public void A_bad_line_does_not_cost_the_others()
    {
        var page = TestSite.WithBody("", "title: A: B\ntaxonomy:\n  tag: [one, two]\nslug: other").Build().BodyPage();

        Assert.Equal(("A: B", "/other"), (page.Title, page.Route));
        Assert.Equal(["one", "two"], page.Taxonomy["tag"]);
    }

    [Fact]
    public void Tabs_indent_like_four_blanks()
    {
        var snapshot = TestSite.WithBody("", "title: T\ntaxonomy:\n\ttag:\n\t\t- one").Build();

        Assert.Equal(["one"], snapshot.BodyPage().Taxonomy["tag"]);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Theory]
    [InlineData("- one\n- two")]
    [InlineData("just text")]
    public void A_header_that_is_no_list_of_keys_is_empty(string header)
    {
        var snapshot = TestSite.WithBody("Text\n", header).Build();

        Assert.Equal("Page", snapshot.BodyPage().Title);
        Assert.Contains("KB111", snapshot.Codes());
    }

    [Fact]
    public void The_first_of_two_equal_keys_counts() => Assert.Equal("One", TestSite.WithBody("", "title: One\ntitle: Two").Build().BodyPage().Title);

    [Theory]
    [InlineData("true", true)]
    [InlineData("Yes", true)]
    [InlineData("on", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("'false'", false)]
    [InlineData("NO", false)]
    [InlineData("off", false)]
    [InlineData("0", false)]
    public void Words_for_true_and_false_mean_what_their_author_meant(string word, bool isPublished) =>
        Assert.Equal(isPublished, TestSite.WithBody("", $"title: T\npublished: {word}").Build().BodyPage().IsPublished);

    [Theory]
    [InlineData("title: T\nmenu: M", "", "T", "M")]
    [InlineData("title: T", "", "T", "T")]
    [InlineData("menu: M", "", "M", "M")]
    [InlineData("class: x", "### Small\n\n## Large\n", "Large", "Large")]
    [InlineData("class: x", "Text\n", "Page", "Page")]
    [InlineData("title: ''", "Text\n", "Page", "Page")]
    public void A_title_is_taken_from_header_menu_heading_or_folder(string header, string body, string title, string menu) =>
        Assert.Equal((title, menu), TestSite.WithBody(body, header).Build().BodyPage() is var page ? (page.Title, page.Menu) : default);

    [Theory]
    [InlineData("02.page", "", true)]
    [InlineData("page", "", false)]
    [InlineData("page", "visible: true", true)]
    [InlineData("02.page", "visible: false", false)]
    [InlineData("02.page", "published: false", false)]
    [InlineData("02.page", "published: false\nvisible: true", false)]
    public void A_page_is_visible_with_a_number_unless_its_header_says_otherwise(string folder, string header, bool isVisible) =>
        Assert.Equal(isVisible, TestSite.With($"{folder}/default.md", $"---\ntitle: T\n{header}\n---\n").Build().Pages[0].IsVisible);

    [Theory]
    [InlineData("", true)]
    [InlineData("routable: false", false)]
    [InlineData("published: false", false)]
    public void A_page_is_routable_unless_its_header_says_otherwise(string header, bool isRoutable) =>
        Assert.Equal(isRoutable, TestSite.WithBody("", $"title: T\n{header}").Build().BodyPage().IsRoutable);

    [Theory]
    [InlineData("publish_date: '2031-01-01'", false)]
    [InlineData("publish_date: '2029-01-01'", true)]
    [InlineData("unpublish_date: '2029-01-01'", false)]
    [InlineData("unpublish_date: '2031-01-01'", true)]
    [InlineData("published: true\npublish_date: '2031-01-01'", true)]
    public void Dates_of_publication_count_where_nothing_else_is_said(string header, bool isPublished)
    {
        var snapshot = TestSite.WithBody("", $"title: T\n{header}").Build(new BuildOptions { Clock = new StoppedClock(new DateTimeOffset(2030, 6, 1, 12, 0, 0, TimeSpan.Zero)) });

        Assert.Equal(isPublished, snapshot.BodyPage().IsPublished);
    }

    [Fact]
    public void The_version_changes_when_time_publishes_a_page()
    {
        var site = TestSite.WithBody("", "title: T\npublish_date: '2030-01-01'");

        Assert.NotEqual(
            site.Build(new BuildOptions { Clock = new StoppedClock(new DateTimeOffset(2029, 1, 1, 0, 0, 0, TimeSpan.Zero)) }).Version,
            site.Build(new BuildOptions { Clock = new StoppedClock(new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero)) }).Version);
    }

    [Fact]
    public void An_external_address_of_an_unsafe_kind_is_left_out()
    {
        var snapshot = TestSite.WithBody("", "title: T\nexternal_url: 'javascript:go()'").Build();

        Assert.Null(snapshot.BodyPage().ExternalUrl);
        Assert.Equal(["02.page/default.md:3 KB145"], snapshot.Findings());
    }

    [Theory]
    [InlineData("taxonomy:\n  tag: solo", "solo")]
    [InlineData("taxonomy:\n  tag: [one, two]", "one,two")]
    [InlineData("taxonomy:\n  tag: [Red, red, blue]", "Red,blue")]
    [InlineData("taxonomy:\n  tag: 'one, two'", "one,two")]
    public void Taxonomy_values_are_a_list_without_repetition(string header, string tags) =>
        Assert.Equal(tags, string.Join(',', TestSite.WithBody("", "title: T\n" + header).Build().BodyPage().Taxonomy["tag"]));

    [Fact]
    public void Only_configured_taxonomy_types_are_kept()
    {
        var site = TestSite.WithBody("", "title: T\ntaxonomy:\n  author: [me]\n  tag: [x]");

        Assert.Equal(["tag"], site.Build().BodyPage().Taxonomy.Keys);
        Assert.Equal(["author"], site.And("config/site.yaml", "taxonomies: [author]\n").Build().BodyPage().Taxonomy.Keys);
    }

    [Fact]
    public void An_unknown_key_is_left_alone() => Assert.Empty(TestSite.WithBody("", "title: T\nlogin:\n  visibility: x\nport: 22").Build().Diagnostics);

    [Fact]
    public void A_summary_is_the_first_paragraph_of_prose()
    {
        var page = TestSite.WithBody("## Head\n\n! Careful.\n\n* item\n\nThe **first** prose.\n\nMore.\n").Build().BodyPage();

        Assert.Equal("The first prose.", page.Summary);
    }

    [Fact]
    public void A_long_summary_ends_at_a_sentence()
    {
        var summary = TestSite.WithBody($"{new string('a', 150)} end. {new string('b', 200)}.\n").Build().BodyPage().Summary;

        Assert.Equal($"{new string('a', 150)} end.", summary);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
