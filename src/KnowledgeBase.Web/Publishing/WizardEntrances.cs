using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Issues;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Web.Publishing;

/// <summary>The ways from the rest of one edition into its wizard. Immutable.</summary>
public sealed class WizardEntrances
{
    private readonly FrozenDictionary<string, string> _byIssue;
    private readonly FrozenDictionary<string, string> _byPage;

    public WizardEntrances(KnowledgeSnapshot snapshot)
    {
        Topics = [.. snapshot.Troubleshooters.Select(TopicEntrance.Of)];
        Unavailable = snapshot.UnavailableTopics;
        var issues = snapshot.Troubleshooters.Zip(Topics).SelectMany(topic => topic.First.Issues.Select(rule => (rule.Known, Topic: topic.Second, Address: AddressFor(rule, topic.First, topic.Second)))).ToList();
        _byIssue = issues.DistinctBy(issue => issue.Known.Url, StringComparer.Ordinal).ToFrozenDictionary(issue => issue.Known.Url, issue => issue.Address, StringComparer.Ordinal);
        _byPage = issues.DistinctBy(issue => issue.Known.Page, StringComparer.Ordinal).ToFrozenDictionary(issue => issue.Known.Page, issue => issue.Topic.Address, StringComparer.Ordinal);
    }

    public static WizardEntrances None { get; } = new([], []);

    /// <summary>In the order of the wizard.</summary>
    public ImmutableArray<TopicEntrance> Topics { get; }

    /// <summary>Topics that step aside for now.</summary>
    public ImmutableArray<UnavailableTopic> Unavailable { get; }

    public bool IsEmpty => Topics.IsEmpty && Unavailable.IsEmpty;

    /// <summary>Where somebody finds out whether an issue is theirs, with the symptom filled in; null where the wizard does not know the issue.</summary>
    public string? Of(KnownIssue issue) => _byIssue.GetValueOrDefault(issue.Url);

    /// <summary>Where somebody finds out which issue of a page is theirs; null where the wizard knows none of them.</summary>
    public string? OfPage(string route) => _byPage.GetValueOrDefault(route);

    private WizardEntrances(ImmutableArray<TopicEntrance> topics, ImmutableArray<UnavailableTopic> unavailable)
    {
        (Topics, Unavailable) = (topics, unavailable);
        (_byIssue, _byPage) = (FrozenDictionary<string, string>.Empty, FrozenDictionary<string, string>.Empty);
    }

    /// <summary>Whoever asks about an issue sees its symptom: where it has only one, that question is answered.</summary>
    private static string AddressFor(IssueRule rule, Troubleshooter topic, TopicEntrance entrance)
    {
        if (topic.First is not { } first)
            return entrance.Address;
        var position = topic.PositionOf(first.Id);
        var allowed = rule.Condition.Cubes.Aggregate(OptionSet.Empty, (union, cube) => union | cube.Allowed(position, first.All));
        return allowed.Only is var single and >= 0 ? entrance.Symptoms[single].Address : entrance.Address;
    }
}

/// <summary>A topic, and its first question as links to the second one.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What visitors call it.</param>
/// <param name="Description">One sentence; null without one.</param>
/// <param name="Address">Where it begins.</param>
/// <param name="Symptoms">One for each option of the first question, in its order.</param>
public sealed record TopicEntrance(TopicId Id, string Title, string? Description, string Address, ImmutableArray<SymptomEntrance> Symptoms)
{
    internal static TopicEntrance Of(Troubleshooter rules)
    {
        var first = rules.First;
        return new TopicEntrance(
            rules.Topic.Id, rules.Topic.Title, rules.Topic.Description, first is null ? rules.Links.ToResult(Answers.None) : rules.Links.ToQuestion(first.Id, Answers.None),
            first is null ? [] : [.. first.Options.Select(option => new SymptomEntrance(option.Label, AddressAfter(rules, Answers.None.With(new Answer(first.Id, option.Id)))))]);
    }

    private static string AddressAfter(Troubleshooter rules, Answers answers) => rules.Next(answers) is { } next ? rules.Links.ToQuestion(next.Id, answers) : rules.Links.ToResult(answers);
}

/// <summary>What a visitor may notice.</summary>
public sealed record SymptomEntrance(string Label, string Address);
