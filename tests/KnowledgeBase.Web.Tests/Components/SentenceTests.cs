using Bunit;
using KnowledgeBase.Web.Components.Controls;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class SentenceTests : BunitContext
{
    [Theory]
    [InlineData("There is {0} here.", "There is <b>rope</b> here.")]
    [InlineData("{0} first", "<b>rope</b> first")]
    public void What_is_said_stands_where_the_sentence_wants_it(string words, string expected)
    {
        var sentence = Render<Sentence>(parameters => parameters.Add(part => part.Words, words).AddChildContent("<b>rope</b>"));

        sentence.MarkupMatches(expected);
    }
}
