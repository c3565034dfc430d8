using KnowledgeBase.Web.Components.Pages.NotFound;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class NearPagesTests
{
    private static readonly KnowledgeSnapshot Snapshot = Pages.Site(
        ("01.home", "Home", ""), ("02.reference", "Reference", ""), ("02.reference/01.network", "Network", ""), ("02.reference/01.network/01.known-issues", "Known issues", ""),
        ("02.reference/02.storage", "Storage", ""), ("02.reference/02.storage/01.known-issues", "Known issues", ""), ("03.support", "Support", ""));

    [Theory]
    [InlineData("/reference/network/know-issues", "/reference/network/known-issues")]
    [InlineData("/reference/netwrok", "/reference/network")]
    [InlineData("/network/known-issues", "/reference/network/known-issues")]
    [InlineData("/SUPORT", "/support")]
    public void The_page_that_was_meant_comes_first(string asked, string meant) =>
        Assert.Equal(meant, NearPages.Find(asked, Snapshot.Pages).First().Route);

    [Theory]
    [InlineData("/wp-admin.php")]
    [InlineData("/")]
    [InlineData("//////")]
    public void Nothing_is_better_than_something_unlike(string asked) => Assert.Empty(NearPages.Find(asked, Snapshot.Pages));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("rope", "", 4)]
    [InlineData("rope", "ropes", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_is_the_number_of_letters_to_change(string left, string right, int distance) =>
        Assert.Equal(distance, EditDistance.Between(left, right));
}
