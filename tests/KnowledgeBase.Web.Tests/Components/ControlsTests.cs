using AngleSharp.Dom;
using Bunit;
using KnowledgeBase.Web.Components.Controls;
using KnowledgeBase.Web.Tests.Issues;

namespace KnowledgeBase.Web.Tests.Components;

/// <summary>The small controls, as readers meet them.</summary>
public sealed class ControlsTests : BunitContext
{
    private const string Problem = "**Problem Statement:** Water comes in. It rises.\n\n";

    [Theory]
    [InlineData(2, "h2")]
    [InlineData(9, "h6")]
    [InlineData(0, "h1")]
    public void A_headline_is_a_heading_of_its_level_as_far_as_there_is_one(int level, string element)
    {
        var headline = Render<Headline>(parameters => parameters.Add(line => line.Level, level).Add(line => line.Id, "hull").AddChildContent("Hull"));

        Assert.Equal("Hull", headline.Find($"{element}#hull").TextContent);
    }

    [Fact]
    public void An_icon_says_nothing_to_those_who_listen()
    {
        var icon = Render<Icon>(parameters => parameters.Add(drawing => drawing.Name, Icon.Tick));

        Assert.Equal("true", icon.Find("svg").GetAttribute("aria-hidden"));
        Assert.Equal("", icon.Find("svg").TextContent);
    }

    [Fact]
    public void The_button_for_a_link_names_what_it_copies_and_needs_scripts()
    {
        var button = Render<CopyLink>(parameters => parameters.Add(copy => copy.Target, "/hull#leaks").Add(copy => copy.Title, "It leaks")).Find("button");

        Assert.Equal(("Copy link", "Copy link to “It leaks”"), (button.TextContent, button.GetAttribute("aria-label")));
        Assert.Equal(("/hull#leaks", "Copied"), (button.GetAttribute("data-copy"), button.GetAttribute("data-done")));
        Assert.NotNull(button.Closest(".js"));
    }

    [Fact]
    public void A_reply_without_a_solution_says_what_the_page_says_about_help()
    {
        var button = Render<CopyReply>(parameters => parameters.Add(copy => copy.Issue, Issue.Of(Problem + "**Solution:** There is no solution yet."))).Find("button");

        Assert.Equal("Copy reply for “Hull leaks”", button.GetAttribute("aria-label"));
        Assert.Equal("Hull leaks: Water comes in.\n\nThere is no solution yet.", button.GetAttribute("data-text")!.ReplaceLineEndings("\n"));
        Assert.Equal("#hull-leaks", button.GetAttribute("data-copy"));
    }

    [Fact]
    public void A_row_of_a_list_says_state_title_problem_place_and_regions()
    {
        var site = Pages.Site(("01.home", "Home", ""), ("02.hull", "Hull", "## It leaks\n\n" + Problem + "**Affected Regions:** North\n\n**Solutions:**\n\n- Caulk.\n- Tar.\n"));
        var row = Render<IssueRow>(parameters => parameters.Add(one => one.Issue, site.Issues.Single()).Add(one => one.Map, new(site)).Add(one => one.Level, 3));

        Assert.Equal("/hull#it-leaks", row.Find("li h3 a").GetAttribute("href"));
        Assert.Equal("Water comes in.", row.Find(".snippet").TextContent);
        Assert.Equal(["Solution available", "Hull", "Region North", "2 solutions"], row.FindAll("span").Select(span => span.TextContent));
        Assert.Equal("/hull#it-leaks", row.Find("button").GetAttribute("data-copy"));
    }

    [Fact]
    public void The_body_of_a_page_is_prose_in_its_own_language()
    {
        var page = Pages.Site(("01.hull", "Hull", "Words.")).Pages.Single();
        var body = Render<PageBody>(parameters => parameters.Add(text => text.Page, page with { Language = "de" }));

        Assert.Equal("Words.", body.Find("[lang=de] p").TextContent);
        Assert.False(Render<PageBody>(parameters => parameters.Add(text => text.Page, page with { Language = "en" })).Find("div").HasAttribute("lang"));
    }

    [Fact]
    public void The_body_of_a_page_shows_its_issues_as_cards_between_its_prose()
    {
        var site = Pages.Site(("01.hull", "Hull", "Before.\n\n## It leaks\n\n" + Problem + "## Not an issue\n\nAfter.\n"));
        var body = Render<PageBody>(parameters => parameters.Add(text => text.Page, site.Pages.Single()).Add(text => text.Parts, site.PartsByFile.Values.Single()));

        Assert.Equal("It leaks", body.Find("article h2").TextContent);
        Assert.Contains("Before.", body.Find("article").PreviousElementSibling!.TextContent);
        Assert.Contains("After.", body.Find("article").NextElementSibling!.TextContent);
    }
}
