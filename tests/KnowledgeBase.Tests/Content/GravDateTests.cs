using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content;

public class GravDateTests
{
    [Theory]
    [InlineData("08-14-2019 10:51", "2019-08-14T10:51:00", false)]
    [InlineData("14-08-2019 10:51", "2019-08-14T10:51:00", false)]
    [InlineData("07-08-2019", "2019-08-07T00:00:00", true)]
    [InlineData("August 14, 2019", "2019-08-14T00:00:00", false)]
    public void A_date_is_read_without_overflow(string text, string expected, bool isAmbiguous)
    {
        var date = new GravDateReader("d-m-Y H:i").Read(text);

        Assert.Equal(expected, date?.Value.ToString("s"));
        Assert.Equal(isAmbiguous, date?.IsAmbiguous);
    }
}
