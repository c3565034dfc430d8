using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content;

public class GravDateTests
{
    [Theory]
    [InlineData("11-23-2018 07:45", "2018-11-23T07:45:00", false)]
    [InlineData("23-11-2018 07:45", "2018-11-23T07:45:00", false)]
    [InlineData("23-11-2018 7:5", "2018-11-23T07:05:00", false)]
    [InlineData("23.11.2018 07:45:12", "2018-11-23T07:45:12", false)]
    [InlineData("2018-11-23", "2018-11-23T00:00:00", false)]
    [InlineData("2018/11/23 07:45", "2018-11-23T07:45:00", false)]
    [InlineData("2018.11.03", "2018-11-03T00:00:00", false)]
    [InlineData("2018-11-23T07:45:12Z", "2018-11-23T07:45:12", false)]
    [InlineData("2018-11-23T07:45:12+02:00", "2018-11-23T07:45:12", false)]
    [InlineData("03-04-2018", "2018-04-03T00:00:00", true)]
    [InlineData("04-04-2018", "2018-04-04T00:00:00", false)]
    [InlineData("03/04/2018", "2018-03-04T00:00:00", true)]
    [InlineData("23/11/2018", "2018-11-23T00:00:00", false)]
    [InlineData("11/23/2018", "2018-11-23T00:00:00", false)]
    [InlineData("07:45 23-11-2018", "2018-11-23T07:45:00", false)]
    [InlineData("November 23, 2018", "2018-11-23T00:00:00", false)]
    [InlineData("23 Nov 2018", "2018-11-23T00:00:00", false)]
    [InlineData("20181123", "2018-11-23T00:00:00", false)]
    [InlineData("1542959100", "2018-11-23T07:45:00", false)]
    [InlineData(" '23-11-2018' ", "2018-11-23T00:00:00", false)]
    [InlineData("29-02-2020", "2020-02-29T00:00:00", false)]
    public void A_date_is_read_without_overflow(string text, string expected, bool isAmbiguous)
    {
        var date = new GravDateReader("d-m-Y H:i").Read(text);

        Assert.Equal(expected, date?.Value.ToString("s"));
        Assert.Equal(isAmbiguous, date?.IsAmbiguous);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("31-02-2020")]
    [InlineData("29-02-2019")]
    [InlineData("13-13-2018")]
    [InlineData("00-01-2018")]
    [InlineData("23-11-18")]
    [InlineData("23-11-2018 24:00")]
    [InlineData("23-11-2018 07:60")]
    [InlineData("2018-13-01")]
    [InlineData("99999999")]
    [InlineData("٢٣-١١-٢٠١٨")]
    public void What_is_no_date_is_none(string text) => Assert.Null(new GravDateReader("d-m-Y H:i").Read(text));

    [Fact]
    public void A_month_first_site_reads_unclear_dates_month_first() =>
        Assert.Equal("2018-03-04", new GravDateReader("m-d-Y H:i").Read("03-04-2018")?.Value.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("j.n.Y", "3.4.2018", "2018-04-03")]
    [InlineData("F jS, Y g:i a", "April 3rd, 2018 7:45 pm", "2018-04-03")]
    [InlineData("D, d M Y H:i:s O", "Tue, 03 Apr 2018 07:45:12 +0200", "2018-04-03")]
    [InlineData("Ymd", "20180403", "2018-04-03")]
    [InlineData("jnY", "342018", null)]
    public void A_format_of_PHP_is_matched_as_PHP_does(string format, string text, string? expected) =>
        Assert.Equal(expected, new GravDateReader(null).Read(text, format)?.Value.ToString("yyyy-MM-dd"));

    [Fact]
    public async Task No_format_takes_long()
    {
        var reader = new GravDateReader(new string('j', 60) + "mY");

        var date = await Task.Run(() => reader.Read(new string('1', 90) + "x")).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Null(date);
    }

    [Fact]
    public void The_pages_own_format_is_tried_first() =>
        Assert.Equal("2018-03-04", new GravDateReader("d-m-Y").Read("03-04-2018", "m-d-Y")?.Value.ToString("yyyy-MM-dd"));

    [Fact]
    public void A_date_has_no_zone() => Assert.Equal(DateTimeKind.Unspecified, new GravDateReader(null).Read("1542959100")?.Value.Kind);
}
