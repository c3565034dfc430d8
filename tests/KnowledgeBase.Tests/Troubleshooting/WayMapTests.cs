using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

public class WayMapTests
{
    [Fact]
    public async Task The_ways_through_the_shipped_topics_can_be_drawn_and_lead_where_the_questions_lead()
    {
        foreach (var name in (string[])["network", "storage"])
        {
            var rules = await ShippedContent.TopicAsync(name);

            var root = WayMap.Of(rules);

            Assert.NotNull(root);
            Assert.InRange(root.Count, 2, WayMap.MaxPoints);
            foreach (var point in Points(root))
            {
                Assert.Equal(rules.Next(point.Answers)?.Id, point.Question?.Id);
                Assert.Equal(point.Question is null, point.Ways.IsEmpty);
                Assert.Equal(point.Ways.SelectMany(way => way.Options).Distinct().Count(), point.Ways.Sum(way => way.Options.Length));
            }
        }
    }

    [Fact]
    public async Task Answers_that_lead_to_the_same_are_one_way()
    {
        var root = WayMap.Of(await ShippedContent.TopicAsync("network"))!;

        var quiet = root.Ways.Single(way => way.Options.Any(option => option.Id.Value == "idle-drop")).To;

        Assert.Equal("idle-time", quiet.Question!.Id.Value);
        Assert.Empty(quiet.Ways.Single(way => way.Options.Any(option => option.Id.Value == "up-to-60s")).To.Outcomes);
    }

    [Fact]
    public async Task Every_issue_stands_at_an_end()
    {
        var rules = await ShippedContent.TopicAsync("network");

        var ends = Points(WayMap.Of(rules)!).SelectMany(point => point.Outcomes).Where(issue => issue.Status == MatchStatus.Match).Select(issue => issue.Rule.Id).Distinct();

        Assert.Equal(rules.Issues.Select(issue => issue.Id).Order(Comparer<RuleId>.Create((left, right) => string.CompareOrdinal(left.Value, right.Value))), ends.OrderBy(id => id.Value, StringComparer.Ordinal));
    }

    private static IEnumerable<WayPoint> Points(WayPoint point) => point.Ways.SelectMany(way => Points(way.To)).Prepend(point);
}
