using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content;

/// <summary>Folders and files: which are pages, in what order, and what navigation shows.</summary>
public class TreeTests
{
    private const string Page = "---\ntitle: T\n---\n";

    [Theory]
    [InlineData("default.md")]
    [InlineData("chapter.md")]
    [InlineData("any-word.md")]
    public void A_name_without_further_dots_is_a_page_file(string name)
    {
        var page = Assert.Single(TestSite.With($"01.a/{name}", Page).Build().Pages);

        Assert.Equal(name[..^3], page.Template);
    }

    [Theory]
    [InlineData("my.page.md")]
    [InlineData("DOCS.MD")]
    [InlineData("notes.txt")]
    public void Other_names_are_no_page_files(string name) => Assert.Empty(TestSite.With($"01.a/{name}", Page).Build().Pages);

    [Fact]
    public void The_template_of_the_header_wins_and_does_not_change_the_route() =>
        Assert.Equal(("wide", "/page"), TestSite.WithBody("", "title: T\ntemplate: wide").Build().BodyPage() is var page ? (page.Template, page.Route) : default);

    [Theory]
    [InlineData("default.md", "docs.md", "default")]
    [InlineData("docs.md", "chapter.md", "docs")]
    [InlineData("zebra.md", "ape.md", "ape")]
    public void Of_two_page_files_default_then_docs_then_the_alphabet_decides(string one, string two, string template)
    {
        var snapshot = TestSite.With($"01.a/{one}", Page).And($"01.a/{two}", Page).Build();

        Assert.Equal(template, Assert.Single(snapshot.Pages).Template);
        Assert.Contains("KB104", snapshot.Codes());
    }

    [Fact]
    public void Siblings_are_ordered_by_number_then_by_name_and_those_without_a_number_come_last()
    {
        string[] folders = ["beta", "10.z", "9.y", "02.b", "2.a", "Alpha", "022.w"];
        var site = new TestSite();
        foreach (var folder in folders)
            site.And($"{folder}/default.md", Page);

        Assert.Equal(["2.a", "02.b", "9.y", "10.z", "022.w", "Alpha", "beta"], site.Build().Pages.Select(page => page.File.Split('/')[0]));
    }

    [Theory]
    [InlineData("04.plain", "/plain")]
    [InlineData("023.padded", "/padded")]
    [InlineData("3.three", "/three")]
    [InlineData("7-dash", "/7-dash")]
    [InlineData("31", "/31")]
    [InlineData("box-3.5", "/box-3.5")]
    [InlineData("8.2.dotted", "/2.dotted")]
    public void An_order_prefix_is_digits_and_a_dot(string folder, string route) =>
        Assert.Equal(route, TestSite.With("00.home/default.md", Page).And($"{folder}/default.md", Page).Build().PageOf($"{folder}/default.md").Route);

    [Fact]
    public void A_folder_without_a_page_file_is_a_node_that_leads_to_its_first_page()
    {
        var snapshot = TestSite.With("01.home/default.md", Page).And("02.shelf/01.book/default.md", Page).Build();

        var shelf = snapshot.Root.Children[1];
        Assert.Equal(("Shelf", "/shelf", "/shelf/book", true), (shelf.Label, shelf.Route, shelf.Href, shelf.IsVisible));
        Assert.Equal(new RouteMatch.Moved("/shelf/book", 302), snapshot.Routes.Find("/shelf"));
        Assert.Equal("/shelf", snapshot.PageOf("02.shelf/01.book/default.md").Parent);
    }

    [Fact]
    public void A_folder_without_a_page_file_can_be_hidden_from_navigation()
    {
        var snapshot = TestSite.With("01.home/default.md", Page).And("02.shelf/01.book/default.md", Page).And("config/system.yaml", "pages:\n  hide_empty_folders: true\n").Build();

        Assert.False(snapshot.Root.Children[1].IsVisible);
    }

    [Fact]
    public void A_module_is_part_of_the_page_above_it_and_has_no_route()
    {
        var snapshot = TestSite.WithBody("## Mine\n").And("02.page/01._part/default.md", "---\ntitle: Part\n---\n## Yours\n\n[x](pic.png)\n").And("02.page/01._part/pic.png").Build();

        Assert.Equal(["/", "/page"], snapshot.Routes());
        Assert.Equal(["mine", "yours"], snapshot.BodyPage().HeadingIds());
        Assert.Equal("02.page/01._part/pic.png", snapshot.BodyPage().Links[0].Media);
        Assert.Empty(snapshot.Root.Children[1].Children);
    }

    [Fact]
    public void A_finding_in_a_module_names_the_modules_file() =>
        Assert.Equal(["02.page/_part/default.md:6 KB140"], TestSite.WithBody("").And("02.page/_part/default.md", "---\ntitle: P\n---\n\n\n[x](no)\n").Build().Findings());

    [Fact]
    public void A_frontmatter_file_supplies_what_the_header_lacks_key_by_key()
    {
        var snapshot = TestSite.WithBody("", "title: Own\ntaxonomy:\n  tag: [one]").And("02.page/frontmatter.yaml", "title: Given\nmenu: Short\ntaxonomy:\n  tag: [two]\n  category: [three]\n").Build();

        var page = snapshot.BodyPage();
        Assert.Equal(("Own", "Short"), (page.Title, page.Menu));
        Assert.Equal(["one"], page.Taxonomy["tag"]);
        Assert.Equal(["three"], page.Taxonomy["category"]);
    }

    [Fact]
    public void Navigation_shows_the_menu_name_and_leads_to_the_external_address()
    {
        var node = TestSite.WithBody("", "title: Long title\nmenu: Short\nexternal_url: https://example.org/x").Build().Root.Children[1];

        Assert.Equal(("Short", "https://example.org/x"), (node.Label, node.Href));
    }
}
