namespace KnowledgeBase.Tests.EdgeCases;

public class DateEdgeCases
{
    private const string DayFirst = "pages:\n  dateformat:\n    default: 'd-m-Y H:i'\n";

    [Fact] // 1
    public void A_month_first_date_does_not_overflow_on_a_day_first_site()
    {
        var snapshot = TestSite.WithBody("", "title: Page\ndate: '09-17-2021 08:30'").And("config/system.yaml", DayFirst).Build();

        Assert.Equal(new DateTime(2021, 9, 17, 8, 30, 0), snapshot.BodyPage().Date?.Value);
        Assert.False(snapshot.BodyPage().Date?.IsAmbiguous);
    }

    [Fact] // 2
    public void A_date_with_two_readings_takes_the_sites_order_and_is_marked()
    {
        var snapshot = TestSite.WithBody("", "title: Page\ndate: '03-05-2021'").And("config/system.yaml", DayFirst).Build();

        Assert.Equal(new DateTime(2021, 5, 3), snapshot.BodyPage().Date?.Value);
        Assert.True(snapshot.BodyPage().Date?.IsAmbiguous);
        Assert.Contains("02.page/default.md:3 KB120", snapshot.Findings());
    }

    [Fact] // 2
    public void The_readings_of_a_date_are_told_in_words()
    {
        var snapshot = TestSite.WithBody("", "title: Page\ndate: '03-05-2021'").Build();

        Assert.Contains("3 May 2021", Assert.Single(snapshot.Diagnostics).Message);
    }
}
