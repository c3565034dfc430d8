using System.Collections.Immutable;
using KnowledgeBase.Troubleshooting.Checks;

namespace KnowledgeBase.Troubleshooting.Differences;

/// <summary>Answers that lead elsewhere than before.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Of">The issue, or solution and issue.</param>
/// <param name="What">What has changed, in words: <c>now matches</c>, <c>no longer matches</c>, <c>is new</c>, …</param>
/// <param name="Example">One set of answers that shows it; null where the whole thing came or went.</param>
public sealed record RuleDifference(TopicId Topic, string Of, string What, string? Example)
{
    /// <summary>
    /// Compares what two sets of rules mean, not how they are written. Facts and options are matched by name; answers that today's implications exclude are
    /// no examples.
    /// </summary>
    public static ImmutableArray<RuleDifference> Between(ImmutableArray<Troubleshooter> before, ImmutableArray<Troubleshooter> after)
    {
        var differences = ImmutableArray.CreateBuilder<RuleDifference>();
        foreach (var old in before.Where(old => !after.Any(topic => topic.Topic.Id == old.Topic.Id)))
            differences.Add(new RuleDifference(old.Topic.Id, "the topic", "is gone", null));
        foreach (var now in after)
        {
            if (before.FirstOrDefault(topic => topic.Topic.Id == now.Topic.Id) is { } old)
                differences.AddRange(Between(old, now));
            else
                differences.Add(new RuleDifference(now.Topic.Id, "the topic", "is new", null));
        }
        return differences.ToImmutable();
    }

    private static IEnumerable<RuleDifference> Between(Troubleshooter before, Troubleshooter after)
    {
        var common = new CommonFacts(before, after);
        var topic = after.Topic.Id;
        foreach (var old in before.Issues.Where(old => !after.Issues.Any(issue => issue.Id == old.Id)))
            yield return new RuleDifference(topic, $"issue '{old.Id}'", "is gone", null);
        foreach (var now in after.Issues)
        {
            if (before.Issues.FirstOrDefault(issue => issue.Id == now.Id) is not { } old)
            {
                yield return new RuleDifference(topic, $"issue '{now.Id}'", "is new", null);
                continue;
            }
            var (was, becomes) = (common.Of(before, old.Condition), common.Of(after, now.Condition));
            if (common.OnlyIn(becomes, was) is { } gained)
                yield return new RuleDifference(topic, $"issue '{now.Id}'", "now matches", gained);
            if (common.OnlyIn(was, becomes) is { } lost)
                yield return new RuleDifference(topic, $"issue '{now.Id}'", "no longer matches", lost);
            foreach (var difference in Solutions(topic, (before, old), (after, now), common))
                yield return difference;
        }
    }

    private static IEnumerable<RuleDifference> Solutions(TopicId topic, (Troubleshooter Rules, IssueRule Issue) before, (Troubleshooter Rules, IssueRule Issue) after, CommonFacts common)
    {
        var within = common.Of(after.Rules, after.Issue.Condition);
        foreach (var old in before.Issue.Solutions.Where(old => !after.Issue.Solutions.Any(solution => solution.Id == old.Id)))
            yield return new RuleDifference(topic, $"solution '{old.Id}' of '{after.Issue.Id}'", "is gone", null);
        foreach (var now in after.Issue.Solutions)
        {
            if (before.Issue.Solutions.FirstOrDefault(solution => solution.Id == now.Id) is not { } old)
            {
                yield return new RuleDifference(topic, $"solution '{now.Id}' of '{after.Issue.Id}'", "is new", null);
                continue;
            }
            // Seen from inside the issue: where it matches no more, its solutions are not worth a line each.
            var (was, becomes) = (common.Of(before.Rules, old.Condition), common.Of(after.Rules, now.Condition));
            if (common.OnlyIn(CommonFacts.Meet(within, becomes), was) is { } gained)
                yield return new RuleDifference(topic, $"solution '{now.Id}' of '{after.Issue.Id}'", "now applies", gained);
            if (common.OnlyIn(CommonFacts.Meet(within, was), becomes) is { } lost)
                yield return new RuleDifference(topic, $"solution '{now.Id}' of '{after.Issue.Id}'", "no longer applies", lost);
        }
    }
}
