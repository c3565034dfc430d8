using System.Collections.Immutable;

namespace KnowledgeBase.Troubleshooting;

/// <summary>A point of an interview: a question with its ways on, or what it ends with. Immutable.</summary>
/// <param name="Answers">How one gets here.</param>
/// <param name="Question">What is asked; null at an end.</param>
/// <param name="Outcomes">At an end the issues that match, then those that are possible; empty where nothing matches.</param>
/// <param name="Ways">The answers that lead on; options that lead to the same are one way.</param>
public sealed record WayPoint(Answers Answers, Fact? Question, ImmutableArray<IssueVerdict> Outcomes, ImmutableArray<Way> Ways)
{
    /// <summary>Points of the tree that begins here.</summary>
    public int Count => 1 + Ways.Sum(way => way.To.Count);

    /// <summary>Ends of the tree that begins here.</summary>
    public int Ends => Ways.IsEmpty ? 1 : Ways.Sum(way => way.To.Ends);
}

/// <summary>One way on from a question.</summary>
/// <param name="Options">The answers that lead there, in the order of the fact.</param>
/// <param name="To">Where they lead.</param>
public sealed record Way(ImmutableArray<Option> Options, WayPoint To);

/// <summary>Draws all ways through the questions of a topic: a bounded tree for authors and staff. The interview itself never builds it.</summary>
public sealed class WayMap
{
    /// <summary>Points that are drawn at most.</summary>
    public const int MaxPoints = 200;

    // Before ways are merged there are more points than after.
    private const int MaxSteps = 20 * MaxPoints;

    private readonly Troubleshooter _rules;
    private int _steps;

    private WayMap(Troubleshooter rules) => _rules = rules;

    /// <summary>The tree, without answers "I do not know"; null where it has more than <see cref="MaxPoints"/> points.</summary>
    public static WayPoint? Of(Troubleshooter rules) => new WayMap(rules).From(Answers.None).Point;

    /// <summary>
    /// A point with a text that is equal for equal trees; null beyond the budget. Ways that are the same are one, so that a part of the tree with too many
    /// points makes the whole too large, wherever it hangs.
    /// </summary>
    private (WayPoint? Point, string Shape) From(Answers answers)
    {
        if (++_steps > MaxSteps)
            return (null, "");
        if (_rules.Next(answers) is not { } question)
            return End(answers);
        var found = new List<(List<Option> Options, WayPoint To, string Shape)>();
        var points = 1;
        foreach (var option in question.Options)
        {
            var further = answers.With(new Answer(question.Id, option.Id));
            if (_rules.IsContradictory(further))
                continue;
            var (to, shape) = From(further);
            if (to is null)
                return (null, "");
            if (found.FindIndex(way => way.Shape == shape) is >= 0 and var same)
                found[same].Options.Add(option);
            else if ((points += to.Count) <= MaxPoints)
                found.Add(([option], to, shape));
            else
                return (null, "");
        }
        var ways = found.Select(way => new Way([.. way.Options], way.To)).ToImmutableArray();
        return (new WayPoint(answers, question, [], ways), $"{question.Id}({string.Join(' ', found.Select(way => $"{string.Join('|', way.Options.Select(option => option.Id))}:{way.Shape}"))})");
    }

    private (WayPoint Point, string Shape) End(Answers answers)
    {
        var outcomes = _rules.OutcomesOf(answers);
        return (new WayPoint(answers, null, outcomes, []), $"[{string.Join(' ', outcomes.Select(issue => $"{issue.Rule.Id}={issue.Status}"))}]");
    }
}
