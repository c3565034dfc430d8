namespace KnowledgeBase.Tests.EdgeCases;

public class MarkdownEdgeCases
{
    [Fact] // 22
    public void A_self_closing_details_tag_opens_its_element()
    {
        var html = TestSite.WithBody("<details/>\n<summary>More</summary>\n\n### Inside\n\n```\nls\n```\n</details>\n\nAfter\n").Build().Html();

        Assert.StartsWith("<details>\n<summary>More</summary>", html);
        Assert.Contains("<h3 id=\"inside\">Inside</h3>", html);
        Assert.EndsWith("</details>\n<p>After</p>\n", html);
    }

    [Fact] // 23
    public void A_tag_that_is_no_html_is_shown_as_text()
    {
        var snapshot = TestSite.WithBody("Write to office@<your-firm> soon.\n").Build();

        Assert.Equal("<p>Write to office@&lt;your-firm&gt; soon.</p>\n", snapshot.Html());
        Assert.Equal(["02.page/default.md:4 KB155"], snapshot.Findings());
    }

    [Fact] // 23
    public void A_tag_with_a_backslash_in_a_table_cell_is_shown_as_text() =>
        Assert.Contains("<td>v&lt;number&gt;</td>", TestSite.WithBody("| a | b |\n|---|---|\n| v<number\\> | x |\n").Build().Html());

    [Fact] // 23
    public void A_raw_mail_link_keeps_its_subject()
    {
        var html = TestSite.WithBody("<a href=\"mailto:a@example.org?subject=Case #1 of two&body=Hello\">mail</a>\n").Build().Html();

        Assert.Contains("href=\"mailto:a@example.org?subject=Case #1 of two&amp;body=Hello\"", html);
    }

    [Fact] // 24
    public void The_content_of_a_code_shortcode_is_taken_verbatim()
    {
        var snapshot = TestSite.WithBody("[prism classes=\"language-html line-numbers\"]\n<script>go()</script>\n## no heading\n\n! no notice\n{{ no twig }}\n[/prism]\n", "title: Page\nprocess:\n  twig: true").Build();

        Assert.Contains("<code class=\"language-html\">&lt;script&gt;go()&lt;/script&gt;\n## no heading\n\n! no notice\n{{ no twig }}\n</code>", snapshot.Html());
        Assert.Empty(snapshot.BodyPage().Headings);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact] // 24
    public void A_table_directly_below_a_shortcode_is_a_table()
    {
        var html = TestSite.WithBody("[div class=\"table\"]\n| a | b |\n|---|---|\n| 1 | 2 |\n[/div]\n").Build().Html();

        Assert.Contains("<td>1</td>", html);
        Assert.DoesNotContain("[", html);
    }

    [Fact] // 24
    public void A_closing_and_an_opening_shortcode_on_one_line_are_no_link()
    {
        var snapshot = TestSite.With("01.home/default.two.md", "---\ntitle: Home\n---\n[version=one]\nOld\n[/version][version=two]\nNew\n[/version]\n")
            .And("config/system.yaml", "languages:\n  supported: [two, one]\n").Build();

        Assert.Equal("<p>New</p>\n", snapshot.Pages[0].Html);
        Assert.Empty(snapshot.Diagnostics);
    }

    [Theory] // 25
    [InlineData("Ask `GET` at /v2/{group_id}/list now.", "<p>Ask <code>GET</code> at /v2/{group_id}/list now.</p>\n")]
    [InlineData("Use %{HTTP_HOST} and onLoad.{name}.", "<p>Use %{HTTP_HOST} and onLoad.{name}.</p>\n")]
    [InlineData("A My::Own::Type here.", "<p>A My::Own::Type here.</p>\n")]
    public void Braces_and_double_colons_in_prose_are_text(string text, string html) => Assert.Equal(html, TestSite.WithBody(text).Build().Html());

    [Fact] // More: stray backtick in a notice
    public void A_stray_backtick_in_a_notice_is_shown_and_reported()
    {
        var snapshot = TestSite.WithBody("! Use the ` key.\n").Build();

        Assert.Contains("<p>Use the ` key.</p>", snapshot.Html());
        Assert.Equal(["02.page/default.md:4 KB156"], snapshot.Findings());
    }

    [Fact] // More: lists with a bracket
    public void A_numbered_list_with_brackets_may_hold_code()
    {
        var html = TestSite.WithBody("1) First\n\n   ```\n   ls\n   ```\n\n2) Second\n").Build().Html();

        Assert.Contains("<ol>", html);
        Assert.Contains("ls\n</code>", html);
        Assert.Single(TestSite.WithBody("1) First\n\n   ```\n   ls\n   ```\n\n2) Second\n").Build().Html().Split("<ol>").Skip(1));
    }

    [Fact] // More: NBSP
    public void A_no_break_space_in_code_is_kept() => Assert.Contains("ls\u00A0-l", TestSite.WithBody("```\nls\u00A0-l\n```\n").Build().Html());

    [Fact] // More: tables
    public void A_table_without_leading_but_with_trailing_pipes_has_no_extra_column()
    {
        var html = TestSite.WithBody("Name | Size |\n--- | --- |\nbox | 3 |\n").Build().Html();

        Assert.Equal(2, html.Split("<th ").Length - 1);
        Assert.Equal(2, html.Split("<td>").Length - 1);
    }

    [Fact] // More: notice first
    public void A_notice_may_be_the_first_line_below_the_header() =>
        Assert.Contains("<div class=\"notice\"", TestSite.WithBody("! Read this first.\n").Build().Html());

    [Fact] // More: notice in a comment
    public void A_notice_in_a_comment_is_not_shown() => Assert.DoesNotContain("hidden", TestSite.WithBody("<!--\n! hidden\n-->\n\nSeen\n").Build().Html());

    [Fact] // More: summary delimiter
    public void The_line_that_ends_the_summary_is_not_shown() =>
        Assert.Equal("<p>First</p>\n<p>Second</p>\n", TestSite.WithBody("First\n\n===\n\nSecond\n").Build().Html());
}
