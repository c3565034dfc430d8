using AngleSharp.Dom;
using Bunit;
using KnowledgeBase.Issues;
using KnowledgeBase.Web.Components.Controls;
using KnowledgeBase.Web.Tests.Issues;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class IssueCardTests : BunitContext
{
    private const string Problem = "**Problem Statement:** Water comes in. It rises.\n\n";

    [Theory]
    [InlineData("**Solution:** Caulk it.", "Solution available")]
    [InlineData("**Workaround:** Bail it out.", "Workaround")]
    [InlineData("**Workaround:** Bail it out.\n\n**Solution:** Caulk it.", "Solution available")]
    [InlineData("**Solution:** There is no solution yet.", "No solution yet")]
    [InlineData("", "Solution not stated")]
    [InlineData("**Solution:** Caulk it.\n\n**Fixed in:** 2.1", "Fixed in 2.1")]
    public void The_state_is_said_in_one_word_for_each_meaning(string help, string expected)
    {
        var badge = Render<StateBadge>(parameters => parameters.Add(state => state.Issue, Issue.Of(Problem + help)));

        Assert.Equal(expected, badge.Find(".state").TextContent);
        Assert.Equal("true", badge.Find("svg").GetAttribute("aria-hidden"));
    }

    [Theory]
    [InlineData("**Affected Regions:** all", "All regions")]
    [InlineData("**Affected Regions:** North", "Region North")]
    [InlineData("**Affected Regions:** North, South", "Regions North, South")]
    [InlineData("**Affected Versions:** 1.0, 1.1\n\n**Since:** May\n\n**Status:** In work", "Versions 1.0, 1.1|Since May|Status: In work")]
    [InlineData("", "")]
    public void The_head_says_where_and_when_and_nothing_that_the_page_does_not(string stated, string expected)
    {
        var card = Card(Problem + stated);

        Assert.Equal(expected, string.Join('|', card.FindAll("header .meta > span:not(.state)").Select(span => span.TextContent)));
        Assert.Equal(["Problem"], Labels(card));
    }

    [Fact]
    public void The_heading_keeps_its_level_and_id_and_the_parts_stand_one_below()
    {
        var card = Card(Problem + "**Solution:** Caulk it.", "#### Hull leaks");

        Assert.Equal("Hull leaks", card.Find("h4#hull-leaks").TextContent);
        Assert.Equal("hull-leaks", card.Find("article").GetAttribute("aria-labelledby"));
        Assert.Equal("#hull-leaks", card.Find("a[aria-label='Link to “Hull leaks”']").GetAttribute("href"));
        Assert.Equal(["Problem", "Solution"], card.FindAll("h5:not([id])").Select(heading => heading.TextContent));
    }

    [Fact]
    public void Parts_follow_the_page_under_the_words_of_the_site_or_the_author()
    {
        var card = Card("In short.\n\n" + Problem + "**Steps to reproduce:** Sail.\n\n**Technical background:** Worms.\n\n**Odds and ends:**\nA bucket.\n\n**Workaround:** Bail.\n\n**Solution:** Caulk.");

        Assert.Equal(["Problem", "Reproduce", "Background", "Odds and ends", "Workaround", "Solution"], Labels(card));
        Assert.Equal("In short.", card.Find("header + .prose").TextContent.Trim());
    }

    [Fact]
    public void Alternatives_are_numbered_and_each_can_be_linked()
    {
        var card = Card(Problem + "**Solutions:**\nThere are two possible solutions:\n\n- Caulk it.\n- Tar it.\n\nBoth take a day.");

        Assert.Equal(["Problem", "2 solutions"], Labels(card));
        Assert.Equal(["hull-leaks--1", "hull-leaks--2"], card.FindAll("ol > li").Select(item => item.Id));
        Assert.Equal(["Link to solution 1", "Link to solution 2"], card.FindAll("ol > li > a[href^='#hull-leaks--']").Select(link => link.TextContent));
        Assert.Contains("two possible", card.Find("ol").PreviousElementSibling!.TextContent);
        Assert.Contains("Both take a day", card.Find("ol").NextElementSibling!.TextContent);
    }

    [Fact]
    public void Numbers_go_on_from_one_list_to_the_next()
    {
        var card = Card(Problem + "**Workarounds:**\n\n- Bail.\n- Pump.\n\n**Solutions:**\n\n- Caulk.\n- Tar.");

        Assert.Equal(["Problem", "2 workarounds", "2 solutions"], Labels(card));
        Assert.Equal(["Link to workaround 1", "Link to workaround 2", "Link to solution 3", "Link to solution 4"], card.FindAll("ol > li > a").Select(link => link.TextContent));
    }

    [Fact]
    public void A_single_solution_has_an_anchor_and_no_number()
    {
        var card = Card(Problem + "**Solution:** Caulk it.");

        Assert.Contains("Caulk it", card.Find("#hull-leaks--1").TextContent);
        Assert.Empty(card.FindAll("ol"));
    }

    [Fact]
    public void Without_a_solution_the_page_says_so_in_its_own_words()
    {
        var card = Card(Problem + "**Solutions:** There is no solution yet.");

        Assert.Equal(["Problem", "Solution"], Labels(card));
        Assert.Contains("There is no solution yet.", card.FindAll(".part")[1].TextContent);
    }

    [Fact]
    public void A_reply_holds_the_problem_in_a_sentence_and_one_solution_with_its_commands()
    {
        var card = Card(Problem + "**Solutions:**\n\n- Caulk it.\n- Pump:\n\n  ```bash\n  pump --all\n  ```\n");

        var reply = card.Find("button[aria-label='Copy reply with number 2 for “Hull leaks”']");

        Assert.Equal("Hull leaks: Water comes in.\n\nPump:\n\n    pump --all", Lines(reply.GetAttribute("data-text")!));
        Assert.Equal("#hull-leaks--2", reply.GetAttribute("data-copy"));
    }

    [Fact]
    public void Controls_that_need_scripts_are_marked_so() =>
        Assert.All(Card(Problem + "**Solution:** Caulk it.\n\n```\nx\n```").FindAll("button"), button => Assert.NotNull(button.Closest(".js")));

    [Fact]
    public void A_heading_that_only_labels_a_part_keeps_its_id()
    {
        var card = Card(Problem + "### Technical background\n\nWorms.\n\n### Affected Regions\n\nNorth\n\n### Solution\n\nCaulk.");

        Assert.Equal("Background", card.Find("#technical-background").TextContent);
        Assert.Equal("Region North", card.Find("#affected-regions").TextContent);
        Assert.Equal("Solution", card.Find("#solution").TextContent);
    }

    [Fact]
    public void What_authors_write_stays_text()
    {
        var issue = Issue.Of(Problem + "**Affected Regions:** North") with { Title = "<script>alert(1)</script>", AffectedRegions = ["\"><img src=x onerror=alert(1)>"], Status = "<b>" };
        var card = Render<IssueCard>(parameters => parameters.Add(part => part.Issue, issue));

        Assert.Empty(card.FindAll("script, img, b"));
        Assert.Contains("<script>alert(1)</script>", card.Find("h2").TextContent);
    }

    private IRenderedComponent<IssueCard> Card(string body, string heading = "## Hull leaks") =>
        Render<IssueCard>(parameters => parameters.Add(card => card.Issue, Issue.Of(body, heading)));

    private static IEnumerable<string> Labels(IRenderedComponent<IssueCard> card) => card.FindAll(".part > :first-child").Select(label => label.TextContent);

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}
