using KnowledgeBase.Issues;

namespace KnowledgeBase.Tests.Issues;

/// <summary>What is a known issue, and what its page says about it.</summary>
public class IssueTests
{
    private static KnownIssue Issue(string body, string header = "title: Page") => Assert.Single(TestSite.WithBody(body, header).Build().Issues);

    [Theory]
    [InlineData("Problem Statement", IssueSectionKind.Problem)]
    [InlineData("problem description", IssueSectionKind.Problem)]
    [InlineData("Issue", IssueSectionKind.Problem)]
    [InlineData("Symptoms", IssueSectionKind.Problem)]
    [InlineData("Problembeschreibung", IssueSectionKind.Problem)]
    [InlineData("Possible Solutions", IssueSectionKind.Solution)]
    [InlineData("Known fix", IssueSectionKind.Solution)]
    [InlineData("Resolution", IssueSectionKind.Solution)]
    [InlineData("Lösungen", IssueSectionKind.Solution)]
    [InlineData("Temporary workaround", IssueSectionKind.Workaround)]
    [InlineData("Work-around", IssueSectionKind.Workaround)]
    [InlineData("Regions affected", IssueSectionKind.Regions)]
    [InlineData("Betroffene Regionen", IssueSectionKind.Regions)]
    [InlineData("Steps to reproduce", IssueSectionKind.Reproduction)]
    [InlineData("Root cause", IssueSectionKind.Background)]
    [InlineData("Affected versions", IssueSectionKind.AffectedVersions)]
    [InlineData("Affected components", IssueSectionKind.Affected)]
    [InlineData("Fixed in", IssueSectionKind.FixedIn)]
    [InlineData("Status", IssueSectionKind.Status)]
    [InlineData("Since", IssueSectionKind.Since)]
    [InlineData("Weather", IssueSectionKind.Custom)]
    public void A_label_says_what_its_text_is(string label, IssueSectionKind kind) =>
        Assert.Contains(Issue($"## A\n\n**Problem:**\nx\n\n**{label}:**\ntext\n").Sections, section => section.Label == label && section.Kind == kind && section.Content.Text == "text");

    [Theory]
    [InlineData("**Solution:** text")]
    [InlineData("**Solution:**\ntext")]
    [InlineData("**Solution:**\\\ntext")]
    [InlineData("**Solution**\ntext")]
    [InlineData("**Solution**: text")]
    [InlineData("**Solution**:\ntext")]
    [InlineData("**Solution:**\n\ntext")]
    [InlineData("__Solution:__ text")]
    [InlineData("#### Solution\n\ntext")]
    [InlineData("#### Solution:\n\ntext")]
    public void A_label_may_be_written_in_many_ways(string lines) =>
        Assert.Equal("text", Assert.Single(Issue($"### A\n\n**Problem:**\nx\n\n{lines}\n").Solutions).Content.Text);

    [Theory]
    [InlineData("**Solution** is to wait.")]
    [InlineData("The **Solution:** is to wait.")]
    [InlineData("*Solution:* wait")]
    [InlineData("Solution: wait")]
    [InlineData("**Solutions and more:** wait")]
    [InlineData("> **Solution:** wait")]
    public void What_only_looks_like_a_label_is_none(string line) =>
        Assert.Empty(TestSite.WithBody($"## A\n\n{line}\n").Build().Issues);

    [Fact]
    public void A_label_before_any_heading_opens_nothing() => Assert.Empty(TestSite.WithBody("**Problem:**\nx\n\n**Solution:**\ny\n").Build().Issues);

    [Fact]
    public void Regions_alone_make_no_issue() => Assert.Empty(TestSite.WithBody("## A\n\n**Affected Regions:**\nNorth\n").Build().Issues);

    [Fact]
    public void An_issue_ends_at_the_next_heading_of_its_level_or_above()
    {
        var issue = Issue("### A\n\n**Problem:**\nx\n\n#### More\n\ninside\n\n## B\n\noutside\n");

        Assert.Equal("x More inside", issue.Problem.Text);
    }

    [Fact]
    public void Text_above_the_first_label_is_the_problem_where_no_label_says_so()
    {
        var issue = Issue("## A\n\nIt rains in.\n\n**Solution:**\nUmbrella.\n");

        Assert.Equal(("It rains in.", "<p>It rains in.</p>"), (issue.Problem.Text, issue.Problem.Html));
    }

    [Fact]
    public void An_issue_knows_title_page_anchor_level_and_place()
    {
        var issue = Issue("## Doors  of *north* gate \n\n**Problem:**\nx\n");

        Assert.Equal(("Doors of north gate", "/page", "doors-of-north-gate", 2), (issue.Title, issue.Page, issue.Anchor, issue.Level));
        Assert.Equal(("page#doors-of-north-gate", "/page#doors-of-north-gate", "02.page/default.md:4:1"), (issue.Id.Value, issue.Url, issue.Location.ToString()));
    }

    [Fact]
    public void An_id_of_the_author_names_the_issue() => Assert.Equal("page#own", Issue("## A {#own}\n\n**Problem:**\nx\n").Id.Value);

    [Theory]
    [InlineData("North and South", "North|South")]
    [InlineData("North, South; East / West & Middle", "North|South|East|West|Middle")]
    [InlineData("Nord und Süd.", "Nord|Süd")]
    [InlineData("\n* North\n* South", "North|South")]
    public void Regions_are_a_list_of_names(string text, string names)
    {
        var issue = Issue($"## A\n\n**Affected Regions:**\n{text}\n\n**Problem:**\nx\n");

        Assert.Equal(names, string.Join('|', issue.AffectedRegions));
        Assert.False(issue.AffectsAllRegions);
    }

    [Theory]
    [InlineData("All regions")]
    [InlineData("all")]
    [InlineData("Alle.")]
    public void All_regions_are_no_name(string text)
    {
        var issue = Issue($"## A\n\n**Regions:**\n{text}\n\n**Problem:**\nx\n");

        Assert.True(issue.AffectsAllRegions);
        Assert.Empty(issue.AffectedRegions);
    }

    [Fact]
    public void Without_a_label_nothing_is_claimed_about_regions()
    {
        var issue = Issue("## A in region North\n\n**Problem:**\nNot in region South.\n");

        Assert.Empty(issue.AffectedRegions);
        Assert.False(issue.AffectsAllRegions);
    }

    [Fact]
    public void Versions_and_state_are_read_from_their_labels()
    {
        var issue = Issue("## A\n\n**Problem:**\nx\n\n**Affected Versions:** 1.2, 1.3\n\n**Fixed in:** 1.4\n\n**Status:** being worked on\n\n**Since:** May 2021\n");

        Assert.Equal(["1.2", "1.3"], issue.AffectedVersions);
        Assert.Equal(("1.4", "being worked on", "May 2021"), (issue.FixedIn, issue.Status, issue.Since));
    }

    [Theory]
    [InlineData("There is no solution.")]
    [InlineData("Currently there is no known workaround for this.")]
    [InlineData("There is currently no fix.")]
    [InlineData("No solution available")]
    [InlineData("No known fix exists.")]
    [InlineData("This is not yet fixed.")]
    [InlineData("Unresolved")]
    [InlineData("We won't fix this.")]
    [InlineData("Es gibt keine bekannte Lösung.")]
    [InlineData("None")]
    [InlineData("n/a")]
    [InlineData("TBD")]
    [InlineData("-")]
    public void A_sentence_can_say_that_there_is_no_solution(string sentence)
    {
        var issue = Issue($"## A\n\n**Problem:**\nx\n\n**Solution:** {sentence}\n");

        Assert.Equal((SolutionState.None, 0), (issue.SolutionState, issue.Solutions.Length));
    }

    [Theory]
    [InlineData("Contact support.")]
    [InlineData("It is gone after a few minutes.")]
    [InlineData("If nothing helps there is no harm in waiting.")]
    [InlineData("There is no solution.\n\n```\nrestart\n```")]
    public void Other_sentences_are_solutions(string sentence) =>
        Assert.Equal(SolutionState.Available, Issue($"## A\n\n**Problem:**\nx\n\n**Solution:**\n{sentence}\n").SolutionState);

    [Theory]
    [InlineData("")]
    [InlineData("**Solution:**\n")]
    public void Saying_nothing_is_not_saying_none(string solution) =>
        Assert.Equal(SolutionState.Unspecified, Issue($"## A\n\n**Problem:**\nx\n\n{solution}").SolutionState);

    [Fact]
    public void A_workaround_counts_where_there_is_no_solution()
    {
        var issue = Issue("## A\n\n**Problem:**\nx\n\n**Solution:**\nNone.\n\n**Workaround:**\nWait.\n");

        Assert.Equal((SolutionState.Available, SolutionKind.Workaround, "Wait."), (issue.SolutionState, Assert.Single(issue.Solutions).Kind, issue.Solutions[0].Content.Text));
    }

    [Theory]
    [InlineData("* one\n* two\n* three", 3)]
    [InlineData("1. one\n2. two", 2)]
    [InlineData("There are several ways:\n\n* one\n* two", 2)]
    [InlineData("Do one of the following:\n\n* one\n* two", 2)]
    [InlineData("Wait:\n\n* one\n* two", 1)]
    [InlineData("* only", 1)]
    [InlineData("A way.\n\nMore text.\n\n* one\n* two", 1)]
    [InlineData("One.\n\nTwo.", 1)]
    [InlineData("* one\n\n  more of one\n* two", 2)]
    public void A_list_counts_as_alternatives_only_where_it_comes_first_or_is_announced(string text, int count) =>
        Assert.Equal(count, Issue($"## A\n\n**Problem:**\nx\n\n**Solutions:**\n\n{text}\n").Solutions.Length);

    [Fact]
    public void A_solution_has_a_number_an_anchor_and_its_own_text()
    {
        var issue = Issue("## A b\n\n**Problem:**\nx\n\n**Solutions:**\n* Do `this`\n* Do that\n\n**Workaround:**\nWait\n");

        Assert.Equal(["a-b--1", "a-b--2", "a-b--3"], issue.Solutions.Select(solution => solution.Anchor));
        Assert.Equal(["Do this", "Do that", "Wait"], issue.Solutions.Select(solution => solution.Content.Text));
        Assert.Contains("<code>this</code>", issue.Solutions[0].Content.Html);
        Assert.DoesNotContain("<li>", issue.Solutions[0].Content.Html);
    }

    [Fact]
    public void Code_tokens_are_inline_code_then_the_words_of_fences_each_once()
    {
        var issue = Issue("## A `t0`\n\n**Problem:**\nSee `net.core = 10` and `t1`.\n\n**Solution:**\n\n```\nset t1 now\n```\n\nThen `t2`.\n");

        Assert.Equal(["t0", "net.core = 10", "t1", "t2", "set", "now"], issue.CodeTokens);
    }

    [Fact]
    public void Links_and_tags_of_an_issue_are_listed()
    {
        var issue = Issue("[before](https://example.org/0)\n\n## A\n\n**Problem:** [x](https://example.org/1)\n\n**Solution:**\n* [y](https://example.org/2)\n* z\n\n## B\n\n[after](https://example.org/3)\n", "title: Page\ntaxonomy:\n  tag: [red, blue]");

        Assert.Equal(["https://example.org/1", "https://example.org/2"], issue.Links.Select(link => link.Href));
        Assert.Equal(["red", "blue"], issue.Tags);
    }

    [Theory]
    [InlineData("02.known-issues", "Anything")]
    [InlineData("02.list", "Known issues of the gate")]
    [InlineData("02.list", "Bekannte Probleme")]
    public void Unlabelled_headings_of_a_known_issues_page_are_issues(string folder, string title)
    {
        var snapshot = TestSite.With("01.home/default.md", "---\ntitle: Home\n---\n")
            .And($"{folder}/default.md", $"---\ntitle: {title}\n---\n## Overview\n\n### One\n\nFirst.\n\n### Two\n\n**Problem:**\nSecond.\n\n**Solution:**\nHelp.\n").Build();

        Assert.Equal([("One", SolutionState.Unspecified, "First."), ("Two", SolutionState.Available, "Second.")], snapshot.Issues.Select(issue => (issue.Title, issue.SolutionState, issue.Problem.Text)));
        Assert.Equal([$"{folder}/default.md:6 KB206"], snapshot.Findings());
    }

    [Fact]
    public void Issues_of_unpublished_pages_are_not_listed() =>
        Assert.Empty(TestSite.WithBody("## A\n\n**Problem:**\nx\n\n**Solution:**\ny\n", "title: T\npublished: false").Build().Issues);

    [Fact]
    public void A_wrapper_does_not_hide_an_issue() =>
        Assert.Equal(["x"], TestSite.WithBody("[div class=\"a\"]\n## A\n\n**Problem:**\nx\n\n**Solution:**\ny\n[/div]\n").Build().Issues.Select(issue => issue.Problem.Text));

    [Fact]
    public void A_link_to_a_solution_is_no_dead_anchor() =>
        Assert.Empty(TestSite.WithBody("## A\n\n**Problem:**\nSee [this](#a--1).\n\n**Solution:**\ny\n").Build().Diagnostics);
}
