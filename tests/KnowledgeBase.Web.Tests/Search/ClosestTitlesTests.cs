using KnowledgeBase.Search;
using KnowledgeBase.Web.Search;

namespace KnowledgeBase.Web.Tests.Search;

public sealed class ClosestTitlesTests
{
    private static readonly SearchIndex Index = SearchIndex.Build(Pages.Site(("01.network", "Network", ""), ("02.storage", "Object storage", ""), ("03.quota", "Quota of `max_open_files`", "")));

    [Theory]
    [InlineData("object storage", "Object storage")]
    [InlineData("wombat netw", "Network")]
    [InlineData("storage wombat network", "Object storage,Network")]
    [InlineData("wombat", "")]
    [InlineData("", "")]
    public void Titles_like_the_question_come_before_those_like_its_words(string question, string titles) =>
        Assert.Equal(titles, string.Join(',', ClosestTitles.Of(Index, question).Select(title => title.Text)));

    [Fact]
    public void A_long_question_is_tried_at_its_beginning() =>
        Assert.Empty(ClosestTitles.Of(Index, string.Join(' ', Enumerable.Repeat("wombat", 10_000).Append("network"))));
}
