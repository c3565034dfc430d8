using KnowledgeBase.Web.Publishing;
using Microsoft.Extensions.Configuration;

namespace KnowledgeBase.Web.Tests.Publishing;

public sealed class StartFailureTests
{
    [Fact]
    public void A_fault_of_ours_is_shown_as_it_is()
    {
        Exception[] inner = [new FormatException(), new ArgumentException("x"), new InvalidOperationException("x"), new KeyNotFoundException()];

        Assert.All(inner, cause => Assert.Null(StartFailure.SentenceFor(new InvalidOperationException("A service cannot be made.", cause))));
        Assert.Null(StartFailure.SentenceFor(new InvalidOperationException("'this' at 'there' to type 'that'", new FormatException())));
        Assert.Null(StartFailure.SentenceFor(new InvalidOperationException("It is broken.")));
    }

    [Theory]
    [InlineData("many", "Limits:Burst is 'many'; set it to a whole number.")]
    [InlineData("it's 'many'", "Limits:Burst is 'it's 'many''; set it to a whole number.")]
    public void A_value_that_the_framework_cannot_read_is_named_with_its_setting(string value, string sentence)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Limits:Burst", value)]).Build();

        var failure = Assert.Throws<InvalidOperationException>(() => configuration.GetValue<int>("Limits:Burst"));

        Assert.Equal(sentence, StartFailure.SentenceFor(failure));
    }
}
