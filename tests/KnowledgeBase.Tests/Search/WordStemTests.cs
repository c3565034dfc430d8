using KnowledgeBase.Search.Lucene;

namespace KnowledgeBase.Tests.Search;

public class WordStemTests
{
    [Theory]
    [InlineData("lose", "lost", "losing", "loss", "losses")]
    [InlineData("freeze", "froze", "frozen", "freezes", "freezing")]
    [InlineData("index", "indices", "indexes", "indexing")]
    [InlineData("slow", "slower", "slowest", "slowly", "slowed")]
    [InlineData("color", "colour", "coloured", "colours")]
    [InlineData("organize", "organise", "organised", "organising")]
    [InlineData("cancel", "canceled", "cancelled", "cancelling")]
    [InlineData("analyze", "analyse", "analysed")]
    [InlineData("catalog", "catalogue", "catalogues")]
    [InlineData("center", "centre", "centres")]
    [InlineData("gray", "grey")]
    public void Forms_of_one_word_have_one_stem(string word, params string[] forms) =>
        Assert.All(forms, form => Assert.Equal(WordStem.Of(word), WordStem.Of(form)));

    [Theory]
    [InlineData("left", "leave")]
    [InlineData("found", "foundation")]
    [InlineData("news", "new")]
    [InlineData("later", "lateral")]
    public void Words_that_only_look_alike_stay_apart(string word, string other) => Assert.NotEqual(WordStem.Of(word), WordStem.Of(other));
}
