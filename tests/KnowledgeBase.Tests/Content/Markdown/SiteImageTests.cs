namespace KnowledgeBase.Tests.Content.Markdown;

public class SiteImageTests
{
    [Fact]
    public void An_image_of_the_site_is_shown_from_its_folder()
    {
        var snapshot = TestSite.WithBody("![logo](image://logo.png)\n").And("image://logo.png").Build();

        Assert.Equal("<p><img src=\"/user/images/logo.png\" alt=\"logo\"></p>\n", snapshot.Html());
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact]
    public void A_missing_image_of_the_site_is_reported_and_its_address_is_one_that_browsers_know()
    {
        var snapshot = TestSite.WithBody("![logo](image://logo.png)\n").Build();

        Assert.Equal("<p><img src=\"/user/images/logo.png\" alt=\"logo\"></p>\n", snapshot.Html());
        Assert.Equal(["02.page/default.md:4 KB142"], snapshot.Findings());
    }
}
