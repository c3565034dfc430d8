namespace KnowledgeBase.Web.Tests.Components;

/// <summary>What search engines understand of a page: the types of schema.org, as attributes on what readers see.</summary>
public sealed class StructuredDataTests(Handbook handbook) : IClassFixture<Handbook>
{
    [Fact]
    public async Task A_page_is_an_article_with_a_headline_and_a_day()
    {
        var article = (await handbook.Site.ReadAsync("/ropes")).QuerySelector("[itemtype='https://schema.org/TechArticle']")!;

        Assert.Equal("Ropes", article.QuerySelector("[itemprop=headline]")!.TextContent);
        Assert.Equal("2024-02-13", article.QuerySelector("[itemprop=dateModified]")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_page_of_known_issues_is_a_list_of_questions_and_only_help_is_an_answer()
    {
        var page = (await handbook.Site.ReadAsync("/ropes/known-issues")).QuerySelector("[itemtype='https://schema.org/FAQPage']")!;
        var questions = page.QuerySelectorAll("[itemprop=mainEntity][itemtype='https://schema.org/Question']");

        Assert.Equal(["Rope creaks", "Rope floats"], questions.Select(question => question.QuerySelector("[itemprop=name]")!.TextContent));
        Assert.All(questions, question => Assert.Single(question.QuerySelectorAll("[itemprop=acceptedAnswer][itemtype='https://schema.org/Answer'] [itemprop=text]")));
    }

    [Fact]
    public async Task Of_several_solutions_the_first_is_the_accepted_answer_and_the_others_are_suggested()
    {
        using var content = new ContentOnDisk().With("01.home/docs.md", "Hello.\n").With("02.hull/docs.md", "---\ntitle: Hull\n---\n## It leaks\n\n**Problem Statement:** Water.\n\n**Solutions:**\n\n- Caulk.\n- Tar.\n- Pump.\n");
        await using var site = new Site(content.Path);
        var page = await site.ReadAsync("/hull");

        Assert.Equal("Caulk.", page.QuerySelector("[itemprop=acceptedAnswer] [itemprop=text]")!.TextContent.Trim());
        Assert.Equal(["Tar.", "Pump."], page.QuerySelectorAll("[itemprop=suggestedAnswer] [itemprop=text]").Select(answer => answer.TextContent.Trim()));
    }
}
