using KnowledgeBase.Web.Issues;

namespace KnowledgeBase.Web.Tests.Issues;

public sealed class FirstSentenceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Water comes in", "Water comes in")]
    [InlineData("Water comes in. It rises.", "Water comes in.")]
    [InlineData("Is it wet? Yes.", "Is it wet?")]
    [InlineData("Use tar, e.g. Stockholm tar. Then wait.", "Use tar, e.g. Stockholm tar.")]
    [InlineData("Version 1.2 leaks. So does 1.3.", "Version 1.2 leaks.")]
    [InlineData("It says (twice.) Then it stops.", "It says (twice.)")]
    public void It_ends_where_the_sentence_does(string text, string expected) => Assert.Equal(expected, FirstSentence.Of(text));

    [Fact]
    public void A_very_long_one_is_cut_at_a_word()
    {
        var sentence = FirstSentence.Of(string.Join(' ', Enumerable.Repeat("water", 200)));

        Assert.EndsWith(" water…", sentence);
        Assert.InRange(sentence.Length, 200, 245);
    }

    [Fact]
    public void A_very_long_word_is_cut_between_characters() =>
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(FirstSentence.Of("x" + string.Concat(Enumerable.Repeat("😀", 200))))));
}
