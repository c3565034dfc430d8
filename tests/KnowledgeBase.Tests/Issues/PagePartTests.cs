using System.Collections.Immutable;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Tests.Issues;

/// <summary>A page of known issues, cut into its issues and what stands between them.</summary>
public class PagePartTests
{
    private const string Body = """
        Read this first.

        ## Kettle whistles

        It began in spring.

        **Problem:**
        The kettle whistles before the water boils.

        **Solutions:**
        There are two ways:

        * Clean the lid:

          ```bash
          scrub --lid
          ```
        * Buy another.

        Both are cheap.

        ## Advice

        Drink cold water.
        """;

    [Fact]
    public void Issues_and_prose_keep_their_order() =>
        Assert.Equal(
            ["prose", "Kettle whistles", "prose"],
            Parts().Select(part => part is PagePart.Issue issue ? issue.Known.Title : "prose"));

    [Fact]
    public void Nothing_of_the_page_is_lost_between_the_parts()
    {
        var parts = Parts();

        Assert.Contains("Read this first.", ((PagePart.Prose)parts[0]).Html);
        Assert.Contains("<h2 id=\"advice\">", ((PagePart.Prose)parts[2]).Html);
        var issue = ((PagePart.Issue)parts[1]).Known;
        Assert.Equal("It began in spring.", issue.Introduction?.Text);
        Assert.Equal("There are two ways:", issue.Sections[1].Introduction?.Text);
        Assert.Equal("Both are cheap.", issue.Sections[1].Notes?.Text);
    }

    [Fact]
    public void A_solution_can_be_pasted_into_a_ticket_with_its_commands() =>
        Assert.Equal("Clean the lid:\n\n    scrub --lid\n", ((PagePart.Issue)Parts()[1]).Known.Solutions[0].Plain);

    [Fact]
    public void A_page_about_its_issues_is_summed_up_by_their_titles()
    {
        var page = TestSite.WithBody("## Kettle whistles\n\n**Regions:** North\n\n**Problem:**\nToo early.\n\n## Pot leaks\n\n**Problem:**\nIt does.\n").Build().BodyPage();

        Assert.Equal("Kettle whistles · Pot leaks", page.Summary);
    }

    private static ImmutableArray<PagePart> Parts()
    {
        var snapshot = TestSite.WithBody(Body).Build();
        return snapshot.PartsByFile[snapshot.BodyPage().File];
    }
}
