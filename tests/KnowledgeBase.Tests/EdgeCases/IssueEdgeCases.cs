using KnowledgeBase.Issues;

namespace KnowledgeBase.Tests.EdgeCases;

public class IssueEdgeCases
{
    [Fact] // 3
    public void A_label_below_a_sub_heading_belongs_to_the_issue_above()
    {
        var issue = Assert.Single(TestSite.WithBody("""
            ## Printer prints twice

            **Problem Statement:**
            Every page comes out two times.

            #### Technical background

            The spooler repeats a job that was not confirmed.

            **Solutions:**
            Update the spooler.
            """).Build().Issues);

        Assert.Equal("Printer prints twice", issue.Title);
        Assert.Equal("Update the spooler.", Assert.Single(issue.Solutions).Content.Text);
        Assert.Equal(["Problem Statement", "Technical background", "Solutions"], issue.Sections.Select(section => section.Label));
    }

    [Fact] // 4
    public void Issues_are_found_at_whatever_heading_level_a_page_uses()
    {
        var snapshot = TestSite.WithBody("""
            ## Overview

            ### Lamp stays dark

            **Problem Statement:**
            No light.

            **Solution:**
            Change the bulb.
            """).And("03.other/default.md", """
            ---
            title: Other
            ---
            ## Door squeaks

            **Problem Statement:**
            It is loud.

            **Solution:**
            Oil it.
            """).Build();

        Assert.Equal([("Lamp stays dark", 3), ("Door squeaks", 2)], snapshot.Issues.Select(issue => (issue.Title, issue.Level)));
    }

    [Fact] // 5
    public void A_heading_called_problem_statement_is_no_issue()
    {
        var snapshot = TestSite.WithBody("""
            ## Problem statement

            One router is not enough.

            ## Known issues

            Slow at night.
            """).Build();

        Assert.Empty(snapshot.Issues);
    }

    [Fact] // 6
    public void A_list_further_down_in_a_solution_is_part_of_it()
    {
        var issue = Assert.Single(TestSite.WithBody("""
            ## Attic is full

            **Problem Statement:**
            Too many boxes:

            * red
            * green

            **Solution:**
            Throw away what is broken.

            These tools are useful for that:

            * a bag
            * a cart
            * a friend
            """).Build().Issues);

        Assert.Equal("Throw away what is broken. These tools are useful for that: a bag a cart a friend", Assert.Single(issue.Solutions).Content.Text);
        Assert.Equal("Too many boxes: red green", issue.Problem.Text);
    }

    [Fact] // 6
    public void Top_level_items_are_alternatives_and_what_follows_are_notes()
    {
        var issue = Assert.Single(TestSite.WithBody("""
            ## Radio hums

            **Problem Statement:**
            A low tone.

            **Solutions:**
            * Move the radio.
            * Use a filter.
            * Ground the plug:
                * with a wire
                * with a clamp

            The last one needs an electrician.

            Ask us for an address.
            """).Build().Issues);

        Assert.Equal(["Move the radio.", "Use a filter.", "Ground the plug: with a wire with a clamp"], issue.Solutions.Select(solution => solution.Content.Text));
        Assert.Equal("The last one needs an electrician. Ask us for an address.", issue.Notes?.Text);
    }

    [Fact] // 7
    public void A_number_in_the_prose_is_not_believed()
    {
        var issue = Assert.Single(TestSite.WithBody("""
            ## Clock is late

            **Problem Statement:**
            Five minutes a day.

            **Solutions:**
            There are 2 possible solutions:

            * Wind it.
            * Clean it.
            * Buy another.
            """).Build().Issues);

        Assert.Equal(3, issue.Solutions.Length);
    }

    [Fact] // 8
    public void No_solution_written_as_a_solution_is_none()
    {
        var issue = Assert.Single(TestSite.WithBody("""
            ## Roof leaks

            **Problem Statement:**
            Only in autumn.

            **Solution:**
            Currently there is no solution for leaves in the gutter.
            """).Build().Issues);

        Assert.Equal(SolutionState.None, issue.SolutionState);
        Assert.Empty(issue.Solutions);
        Assert.Equal("Currently there is no solution for leaves in the gutter.", issue.Sections[1].Content.Text);
    }

    [Theory] // 9
    [InlineData("**Reproduction Steps**\nTurn the key.", "Reproduction Steps")]
    [InlineData("**Reproduction Steps:**\\\nTurn the key.", "Reproduction Steps")]
    [InlineData("**Reproduction Steps:** \nTurn the key.", "Reproduction Steps")]
    [InlineData("**Reproduction Steps:**  \nTurn the key.", "Reproduction Steps")]
    [InlineData("**Reproduction Steps**:\nTurn the key.", "Reproduction Steps")]
    public void A_label_is_a_label_however_its_line_ends(string lines, string label)
    {
        var issue = Assert.Single(TestSite.WithBody($"## Engine stalls\n\n**Problem:**\nIt stops.\n\n{lines}\n").Build().Issues);

        Assert.Equal((label, "Turn the key."), (issue.Sections[1].Label, issue.Sections[1].Content.Text));
        Assert.Equal(IssueSectionKind.Reproduction, issue.Sections[1].Kind);
        Assert.Equal("<p>Turn the key.</p>", issue.Sections[1].Content.Html);
    }

    [Fact] // 10
    public void A_fence_closed_with_more_marks_than_it_was_opened_with_ends()
    {
        var snapshot = TestSite.WithBody("""
            ## First

            **Problem:**
            One.

            ```plain
            run
            ````

            ## Second

            **Problem:**
            Two.
            """).Build();

        Assert.Equal(["First", "Second"], snapshot.Issues.Select(issue => issue.Title));
    }

    [Fact] // 10
    public void A_fence_closed_with_fewer_marks_is_reported_where_it_opens()
    {
        var snapshot = TestSite.WithBody("Text\n\n````\nrun\n```\n\nmore\n").Build();

        Assert.Equal(["02.page/default.md:6 KB150"], snapshot.Findings());
    }

    [Fact] // 11
    public void Lines_of_code_that_look_like_headings_or_labels_are_code()
    {
        var snapshot = TestSite.WithBody("""
            ## Backup is slow

            **Problem:**
            It takes a day.

            ```plan
            # list the tapes
            **Solution:**
            ## rewind
            ```
            """).Build();

        Assert.Equal(["Backup is slow"], snapshot.BodyPage().Headings.Select(heading => heading.Text));
        Assert.Equal(SolutionState.Unspecified, Assert.Single(snapshot.Issues).SolutionState);
    }

    [Fact] // 12
    public void A_label_and_its_text_share_one_paragraph_and_its_lines_stay_lines()
    {
        var issue = Assert.Single(TestSite.WithBody("## Fan\n\n**Problem Statement:**\nWhen warm,\nit turns.\n").Build().Issues);

        Assert.Equal("When warm, it turns.", issue.Problem.Text);
        Assert.Equal("<p>When warm,<br />\nit turns.</p>", issue.Problem.Html);
    }
}
