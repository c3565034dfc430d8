namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>The dialect of Grav sites, and the HTML that is made of it.</summary>
public class MarkdownTests
{
    private static string Html(string body, string header = "title: Page") => TestSite.WithBody(body, header).Build().Html();

    [Theory]
    [InlineData("one\ntwo\n", "<p>one<br />\ntwo</p>\n")]
    [InlineData("a*b*c and d_e_f\n", "<p>a<em>b</em>c and d_e_f</p>\n")]
    [InlineData("~~gone~~\n", "<p><del>gone</del></p>\n")]
    [InlineData("a ` b\n", "<p>a ` b</p>\n")]
    [InlineData("http://example.org is text\n", "<p>http://example.org is text</p>\n")]
    [InlineData(":smile: -- \"x\" (c)\n", "<p>:smile: -- &quot;x&quot; (c)</p>\n")]
    [InlineData("$x$ and {.class}\n", "<p>$x$ and {.class}</p>\n")]
    [InlineData("* [ ] task\n", "<ul>\n<li>[ ] task</li>\n</ul>\n")]
    [InlineData("[TOC]\n\ntext\n", "<p>text</p>\n")]
    [InlineData("a<!-- gone -->b\n", "<p>ab</p>\n")]
    [InlineData("x <b>y</b> <u>z</u>\n", "<p>x <b>y</b> <u>z</u></p>\n")]
    [InlineData("Press <kbd>a</kbd>\n", "<p>Press <kbd>a</kbd></p>\n")]
    public void Prose_comes_out_as_Grav_shows_it(string body, string html) => Assert.Equal(html, Html(body));

    [Fact]
    public void Line_breaks_follow_the_configuration_of_the_site_and_then_of_the_page()
    {
        const string System = "pages:\n  markdown:\n    auto_line_breaks: false\n";

        Assert.Equal("<p>one\ntwo</p>\n", TestSite.WithBody("one\ntwo\n").And("config/system.yaml", System).Build().Html());
        Assert.Equal("<p>one<br />\ntwo</p>\n", TestSite.WithBody("one\ntwo\n", "title: P\nmarkdown:\n  auto_line_breaks: true").And("config/system.yaml", System).Build().Html());
    }

    [Theory]
    [InlineData("Term\n:   what it is\n", "<dt>Term</dt>")]
    [InlineData("Text[^1]\n\n[^1]: Note\n", "class=\"footnote")]
    [InlineData("ABC\n\n*[ABC]: Long\n", "<abbr title=\"Long\">ABC</abbr>")]
    public void Markdown_Extra_is_on_unless_switched_off(string body, string html)
    {
        Assert.Contains(html, Html(body));
        Assert.DoesNotContain(html, Html(body, "title: P\nmarkdown:\n  extra: false"));
    }

    [Fact]
    public void A_heading_without_a_blank_is_a_heading_only_on_a_configured_Grav_site()
    {
        Assert.Empty(TestSite.WithBody("##Tight\n").Build().BodyPage().Headings);
        Assert.Equal(["tight"], TestSite.WithBody("##Tight\n").And("config/system.yaml", "pages:\n  theme: x\n").Build().BodyPage().HeadingIds());
    }

    [Fact]
    public void Tabs_in_code_are_four_columns_wide_and_blank_lines_stay() => Assert.Contains("<code>a   b\n\n\n    c\n</code>", Html("```\na\tb\n\n\n\tc\n```\n"));

    [Theory]
    [InlineData("bash", "Shell", " class=\"language-bash\"")]
    [InlineData("YAML", "YAML", " class=\"language-yaml\"")]
    [InlineData("plain", "Text", "")]
    [InlineData("", "Text", "")]
    [InlineData("c\" onclick", "Text", "")]
    public void Code_says_its_language_in_a_word(string info, string word, string attribute) =>
        Assert.Equal($"<div class=\"code\"><div class=\"code-head\"><span>{word}</span></div><pre tabindex=\"0\" role=\"group\" aria-label=\"{word}\"><code{attribute}>x\n</code></pre></div>\n", Html($"```{info}\nx\n```\n"));

    [Fact]
    public void A_table_directly_below_text_leaves_the_text_a_paragraph()
    {
        var html = Html("Intro\n\n| a | b |\n|:-:|--:|\n| `x|y` | 2 |\n");

        Assert.StartsWith("<p>Intro</p>\n<div class=\"table\"", html);
        Assert.Contains("<th scope=\"col\" class=\"center\">a</th>", html);
        Assert.Contains("<td class=\"center\"><code>x|y</code></td>", html);
    }

    [Fact]
    public void Markdown_inside_a_marked_div_is_Markdown() => Assert.Contains("<p><strong>bold</strong></p>", Html("<div markdown=\"1\">\n\n**bold**\n\n</div>\n"));

    [Fact]
    public void An_element_left_open_does_not_swallow_the_paragraphs_below() => Assert.Equal("<p>a <b>b</b></p>\n<p>c</p>\n", Html("a <b>b\n\nc\n"));

    [Fact]
    public void A_forbidden_element_goes_and_its_text_stays_but_that_of_a_script_does_not()
    {
        var snapshot = TestSite.WithBody("<form>ask</form>\n\n<script>run()</script>\n\n<p style=\"color:red\">red</p>\n").Build();

        Assert.Contains("ask", snapshot.Html());
        Assert.DoesNotContain("run()", snapshot.Html());
        Assert.Equal(["02.page/default.md:4 KB154", "02.page/default.md:6 KB154", "02.page/default.md:8 KB154"], snapshot.Findings());
    }

    // Notices

    [Theory]
    [InlineData("! text", "note", "Please note")]
    [InlineData("!! text", "warning", "Warning")]
    [InlineData("!!! text", "info", "Good to know")]
    [InlineData("!!!! text", "tip", "Tip")]
    [InlineData("   ! text", "note", "Please note")]
    [InlineData("! text\n!!! ", "note", "Please note")]
    public void A_notice_says_in_a_word_what_it_is(string body, string kind, string word) =>
        Assert.Equal($"<div class=\"notice\" data-kind=\"{kind}\"><p class=\"notice-word\">{word}</p>\n<p>text</p>\n</div>\n", Html(body + "\n"));

    [Theory]
    [InlineData("!text")]
    [InlineData("!!!!! five")]
    [InlineData("    ! code")]
    [InlineData("```\n! code\n```")]
    public void What_only_looks_like_a_notice_is_none(string body) => Assert.DoesNotContain("notice", Html(body + "\n"));

    [Fact]
    public void A_notice_interrupts_a_paragraph_and_ends_at_the_first_line_without_marks()
    {
        var html = Html("before\n! * item\n!!\n! more\nafter\n");

        Assert.StartsWith("<p>before</p>\n<div class=\"notice\"", html);
        Assert.EndsWith("</div>\n<p>after</p>\n", html);
        Assert.Contains("<p>more</p>", html);
    }

    [Fact]
    public void A_notice_may_stand_in_a_list_item() => Assert.Contains("<div class=\"notice\"", Html("* item\n\n  ! inside\n"));

    [Fact]
    public void The_kinds_of_notices_follow_the_configuration()
    {
        var html = TestSite.WithBody("!! text\n").And("config/plugins/markdown-notices.yaml", "level_classes: [note, info, tip, warning]\n").Build().Html();

        Assert.Contains("data-kind=\"info\"", html);
    }

    // Headings

    [Theory]
    [InlineData("## Über Öl & Maß", "ueber-oel-mass")]
    [InlineData("## `code_x` and [link](#y)", "code-x-and-link")]
    [InlineData("## Ångström", "aangstroem")]
    [InlineData("## Щи да каша", "shchi-da-kasha")]
    [InlineData("## A – “B”…", "a-b")]
    [InlineData("## 10 °C @ 5²", "10-0c-at-52")]
    [InlineData("## x &amp; y", "x-y")]
    [InlineData("## 世界", "section")]
    [InlineData("## O\u0308l", "oel")]
    [InlineData("## Own {#My-Id}", "My-Id")]
    [InlineData("## Own {.a #b}", "b")]
    [InlineData("<h2 id=\"mine\">X</h2>", "mine")]
    [InlineData("<h2>Raw one</h2>", "raw-one")]
    [InlineData("! ## In a notice", "in-a-notice")]
    public void A_heading_has_an_id(string heading, string id) => Assert.Equal([id], TestSite.WithBody(heading + "\n").Build().BodyPage().HeadingIds().Where(one => one != "y"));

    [Fact]
    public void Equal_ids_are_numbered_against_all_that_are_taken() =>
        Assert.Equal(["a", "a-1", "a-1-1", "a-2", "section", "section-1"], TestSite.WithBody("## A\n## A\n## A 1\n## A\n## 世\n## 界\n").Build().BodyPage().HeadingIds());

    [Fact]
    public void A_first_level_heading_does_not_take_part_in_the_numbering() =>
        Assert.Equal(["setup-1", "setup"], TestSite.WithBody("# Setup\n\n## Setup\n").Build().BodyPage().HeadingIds());

    [Fact]
    public void A_heading_is_followed_by_a_link_to_it() =>
        Assert.Equal("<div class=\"head\"><h2 id=\"a-b\">A &amp; b</h2><a class=\"anchor\" href=\"#a-b\" aria-label=\"Link to “A &amp; b”\">#</a></div>\n", Html("## A & b\n"));

    // Shortcodes and Twig

    [Theory]
    [InlineData("[center]\ntext\n[/center]\n", "<p>text</p>\n")]
    [InlineData("[div class=\"a\"][section]\ntext\n[/section][/div]\n", "<p>text</p>\n")]
    [InlineData("a [mark]b[/mark] c\n", "<p>a b c</p>\n")]
    [InlineData("a [mark] c\n", "<p>a [mark] c</p>\n")]
    [InlineData("a [unknown x=\"1\"] c\n", "<p>a [unknown x=&quot;1&quot;] c</p>\n")]
    [InlineData("`[mark]b[/mark]`\n", "<p><code>[mark]b[/mark]</code></p>\n")]
    [InlineData("a [fa=star /] b\n", "<p>a  b</p>\n")]
    [InlineData("[sparkle x=\"1\"]\ntext\n[/sparkle]\n", "<p>text</p>\n")]
    [InlineData("[details title=\"More\"]\ntext\n[/details]\n", "<details><summary>More</summary>\n<p>text</p>\n</details>\n")]
    [InlineData("[figure caption=\"C\"]\ntext\n[/figure]\n", "<figure>\n<p>text</p>\n<figcaption>C</figcaption>\n</figure>\n")]
    [InlineData("a [prism]<b>[/prism] c\n", "<p>a <code>&lt;b&gt;</code> c</p>\n")]
    public void A_shortcode_goes_and_its_content_stays(string body, string html) => Assert.Equal(html, Html(body));

    [Fact]
    public void Tabs_become_sections_one_after_the_other()
    {
        var html = Html("[ui-tabs]\n[ui-tab title=\"North\"]\none\n[/ui-tab]\n[ui-tab title=\"South\"]\ntwo\n[/ui-tab]\n[/ui-tabs]\n\nafter\n");

        Assert.Matches("""^<div class="variants">\n<section class="variant" aria-labelledby="(.+?)"><p class="variant-name" id="\1">North</p>\n<p>one</p>\n</section>\n<section .+South</p>\n<p>two</p>\n</section>\n</div>\n<p>after</p>\n$""", html);
    }

    [Fact]
    public void A_shortcode_that_is_not_closed_swallows_nothing() => Assert.Equal("<p>one</p>\n<h2>", Html("[ui-tabs]\none\n\n## two\n").Replace("<div class=\"head\">", "", StringComparison.Ordinal).Replace("<h2 id=\"two\">", "<h2>", StringComparison.Ordinal)[..15]);

    [Fact]
    public void Twig_is_shown_or_left_out_and_never_run()
    {
        Assert.Equal("<p>a <code>{{ 1 + 1 }}</code></p>\n<p>b</p>\n", Html("a {{ 1 + 1 }}\n\n{% set x = 1 %}\n\n{# remark #}\n\nb\n", "title: P\nprocess:\n  twig: true"));
        Assert.Equal("<p>a {{ 1 + 1 }} {% x %}</p>\n", Html("a {{ 1 + 1 }} {% x %}\n"));
    }

    [Fact]
    public void An_injected_page_becomes_a_link_to_it()
    {
        var snapshot = TestSite.WithBody("[plugin:content-inject](/other-page)\n").And("03.other-page/default.md", "---\ntitle: O\n---\n").Build();

        Assert.Equal("<p><a href=\"/other-page\">Other page</a></p>\n", snapshot.Html());
    }
}
