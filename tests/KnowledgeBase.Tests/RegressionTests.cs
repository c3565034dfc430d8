using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Tests;

/// <summary>Content that once came out wrong, each case as small as it gets.</summary>
public class RegressionTests
{
    [Fact]
    public void Equal_site_routes_are_a_diagnostic_and_no_crash()
    {
        var snapshot = TestSite.WithBody("x").And("config/site.yaml", "routes:\n  '/a': '/home'\n  '/A': '/home'\n").Build();

        Assert.Contains(snapshot.Diagnostics, diagnostic => diagnostic.Code.Id == "KB404");
    }

    [Fact]
    public void An_unlabelled_issue_keeps_the_text_below_its_deeper_headings()
    {
        var snapshot = TestSite.With("01.known-issues/docs.md", "---\ntitle: Known issues\n---\n## A\n\n**Problem:**\nOne.\n\n## B\n\nTwo.\n\n### Details\n\nThree.\n").Build();

        Assert.Contains("Three.", snapshot.Issues[1].Problem.Text);
    }

    [Fact]
    public void Aliases_of_aliases_are_refused_and_cost_nothing()
    {
        var header = new StringBuilder("---\nm0: &m0 {a: 1}\n");
        for (var level = 1; level <= 26; level++)
            header.Append($"m{level}: &m{level} {{a: *m{level - 1}, b: *m{level - 1}}}\n");

        var snapshot = TestSite.With("01.home/docs.md", header + "title: T\n---\nbody\n").And("01.home/frontmatter.yaml", header.ToString()[4..]).Build();

        Assert.Contains("body", Assert.Single(snapshot.Pages).Html);
    }

    [Fact]
    public void Bold_text_with_a_colon_behind_it_keeps_its_blank()
    {
        var snapshot = TestSite.WithBody("## A\n\n**Problem:**\nOne.\n\n**Tip**: use x\n").Build();

        Assert.Contains("<strong>Tip</strong>: use x", Assert.Single(snapshot.Issues).Problem.Html);
    }

    [Fact]
    public void Footnotes_of_a_page_belong_to_no_issue()
    {
        var snapshot = TestSite.WithBody("## A\n\n**Problem:**\nOne.[^1]\n\n## B\n\n**Problem:**\nTwo.\n\n**Solution:**\nThree.\n\n[^1]: Note.\n").Build();

        Assert.DoesNotContain("Note.", snapshot.Issues[1].Solutions[0].Content.Text);
        Assert.Contains("Note.", Assert.IsType<PagePart.Prose>(snapshot.PartsByFile[snapshot.BodyPage().File][^1]).Html);
    }

    [Fact]
    public void A_hidden_page_does_not_stand_in_the_way_of_an_alias()
    {
        var snapshot = TestSite.WithBody("[x](/old)").And("04.old/docs.md", "---\ntitle: O\npublished: false\n---\n").And("05.new/docs.md", "---\ntitle: N\nroutes:\n  aliases: ['/old']\n---\n").Build();

        Assert.False(Assert.Single(snapshot.BodyPage().Links).IsBroken);
        Assert.Equal(new RouteMatch.Moved("/new", 301), snapshot.Routes.Find("/old"));
    }

    [Fact]
    public void Of_two_pages_with_one_route_only_the_first_is_routable_and_has_issues()
    {
        const string Body = "---\ntitle: K\nslug: k\n---\n## I\n\n**Problem:**\nOne.\n";
        var snapshot = TestSite.With("07.k/docs.md", Body).And("08.k/docs.md", Body).And("01.home/docs.md", "---\ntitle: H\n---\n").Build();

        Assert.Equal([true, false], snapshot.Pages.Where(page => page.Title == "K").Select(page => page.IsRoutable));
        Assert.Single(snapshot.Issues);
    }

    [Fact]
    public void An_old_anchor_is_put_right_in_every_form_of_the_page()
    {
        var snapshot = TestSite.WithBody("[x](../05.new/docs.md#Größe)").And("05.new/docs.md", "---\ntitle: N\n---\n## Größe\n").Build();

        Assert.Contains("href=\"/new#groesse\"", snapshot.BodyPage().Html);
        Assert.Contains("(/new#groesse)", Encoding.UTF8.GetString(snapshot.BodyPage().Markdown.Span));
    }

    [Fact]
    public void A_year_first_format_says_nothing_about_days_and_months()
    {
        var snapshot = TestSite.With("01.home/docs.md", "---\ntitle: T\ndate: '04-06-2020'\n---\n").And("config/system.yaml", "pages:\n  dateformat:\n    default: 'Y-m-d H:i'\n").Build();

        Assert.Equal(new DateTime(2020, 6, 4), Assert.Single(snapshot.Pages).Date?.Value);
    }

    [Fact]
    public void A_line_separator_inside_a_line_ends_no_line() =>
        Assert.Equal("A B", Assert.Single(TestSite.WithBody("## A\u2028B\n").Build().BodyPage().Headings).Text);

    [Fact]
    public void A_Markdown_file_that_is_no_page_is_reported()
    {
        var snapshot = TestSite.WithBody("x").And("09.a/my.page.md", "x").Build();

        Assert.Equal(["09.a/my.page.md"], snapshot.Diagnostics.Where(diagnostic => diagnostic.Code.Id == "KB105").Select(diagnostic => diagnostic.Location.File));
    }

    [Fact]
    public void Redirects_in_a_circle_are_reported()
    {
        var snapshot = TestSite.With("01.home/docs.md", "---\ntitle: H\n---\n").And("02.a/docs.md", "---\ntitle: A\nredirect: /b\n---\n").And("03.b/docs.md", "---\ntitle: B\nredirect: /a\n---\n").Build();

        Assert.Equal(2, snapshot.Diagnostics.Count(diagnostic => diagnostic.Code.Id == "KB133"));
    }

    [Fact]
    public void All_regions_but_one_are_not_all_regions()
    {
        var snapshot = TestSite.WithBody("## A\n\n**Affected Regions:**\nAll regions, except North\n\n**Problem:**\nOne.\n").Build();

        Assert.False(Assert.Single(snapshot.Issues).AffectsAllRegions);
    }

    [Fact]
    public void A_comment_between_label_and_list_leaves_the_alternatives_what_they_are()
    {
        var snapshot = TestSite.WithBody("## A\n\n**Problem:**\nOne.\n\n**Solutions:**\n\n<!-- check -->\n\n* a\n* b\n").Build();

        Assert.Equal(2, Assert.Single(snapshot.Issues).Solutions.Length);
    }

    [Fact]
    public void Text_that_looks_like_a_block_stays_text_in_clean_Markdown() =>
        Assert.Equal("\\# no heading\n\n1\\. no list\n\n\\_no emphasis\\_ but snake_case\n", Encoding.UTF8.GetString(TestSite.WithBody("\\# no heading\n\n1\\. no list\n\n\\_no emphasis\\_ but snake_case\n").Build().BodyPage().Markdown.Span));

    [Fact]
    public void Headings_left_open_in_raw_HTML_cost_what_text_costs()
    {
        var snapshot = TestSite.WithBody(string.Concat(Enumerable.Repeat("<h2>a</b>\n", 3000))).Build();

        Assert.Empty(snapshot.BodyPage().Headings);
    }

    [Fact]
    public void A_date_with_an_unknown_month_is_none() =>
        Assert.Null(Assert.Single(TestSite.With("01.home/docs.md", "---\ntitle: T\ndate: 'Maybe 12 2020'\n---\n").Build().Pages).Date);

    [Fact]
    public void A_page_with_an_unreadable_publication_date_is_kept_back() =>
        Assert.False(Assert.Single(TestSite.With("01.home/docs.md", "---\ntitle: T\npublish_date: 'next monday'\n---\n").Build().Pages).IsPublished);

    [Fact]
    public void A_mistake_in_inherited_front_matter_is_reported_where_it_stands()
    {
        var snapshot = TestSite.With("01.home/docs.md", "---\ntitle: T\n---\n").And("01.home/frontmatter.yaml", "menu: M\ndate: 'never'\n").Build();

        Assert.Equal("01.home/frontmatter.yaml:2:7", Assert.Single(snapshot.Diagnostics, diagnostic => diagnostic.Code.Id == "KB121").Location.ToString());
    }
}
