using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

namespace KnowledgeBase.Troubleshooting.Checks;

/// <summary>One interview with a visitor who has a certain issue and answers truthfully. Immutable.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Solution">The solution that fits the visitor; null for a walk to the issue alone.</param>
/// <param name="Questions">How many questions were asked, within the limit of the topic.</param>
/// <param name="ToTarget">How many it takes until issue and solution are certain, whatever the limit; -1 where they never are.</param>
/// <param name="IsKept">The issue is a match or still possible at the end.</param>
public sealed record InterviewWalk(IssueRule Issue, SolutionRule? Solution, int Questions, int ToTarget, bool IsKept)
{
    // Beyond this many issues, solutions are left to the proof that a question is asked as long as one of their lines is open.
    private const int MaxWalksToSolutions = 2_000;

    private const int RememberedQuestions = 8;

    /// <summary>A walk for every cube that can hold: the cube is the witness, the other facts are answered with what fits it.</summary>
    public static ImmutableArray<InterviewWalk> All(Troubleshooter rules)
    {
        var targets = rules.Issues.SelectMany(issue => issue.Condition.Cubes.Select(cube => new Target(issue, null, cube))).ToList();
        if (targets.Count <= MaxWalksToSolutions)
            targets.AddRange(rules.Issues.SelectMany(issue => issue.Solutions.Where(solution => !solution.Condition.IsAlways).SelectMany(solution => ToSolution(issue, solution))));
        var walks = new InterviewWalk?[targets.Count];
        // Most interviews begin with the same questions; what was chosen once need not be chosen again.
        var chosen = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var nothing = rules.Deduction.Everything();
        rules.Deduction.Close(nothing, []);
        Parallel.For(0, targets.Count, index => walks[index] = Lead(rules, targets[index], nothing, chosen));
        return [.. walks.OfType<InterviewWalk>()];
    }

    /// <summary>Whose interview it is, and the answers that make it so.</summary>
    private readonly record struct Target(IssueRule Issue, SolutionRule? Solution, Cube Cube)
    {
        public bool IsReached(ReadOnlySpan<OptionSet> known) =>
            Issue.Condition.Under(known) == Effect.Satisfied && (Solution is null || Solution.Condition.Under(known) == Effect.Satisfied);
    }

    private static IEnumerable<Target> ToSolution(IssueRule issue, SolutionRule solution) =>
        issue.Condition.Cubes.SelectMany(cube => solution.Condition.Cubes.Select(own => new Target(issue, solution, new Cube([.. cube.Literals, .. own.Literals], own.Location))));

    private static InterviewWalk? Lead(Troubleshooter rules, Target target, OptionSet[] nothing, ConcurrentDictionary<string, int> chosen)
    {
        var start = rules.Deduction.Everything();
        foreach (var literal in target.Cube.Literals)
            start[literal.Fact] &= literal.Allowed;
        if (Array.Exists(start, set => set.IsEmpty) || Witness.Find(rules.Deduction, start) is not { Verdict: Verdict.Found, Answers: var truth })
            return null;
        var known = (OptionSet[])nothing.Clone();
        var asked = new bool[known.Length];
        var path = new StringBuilder();
        var (questions, within, toTarget) = (0, 0, target.IsReached(known) ? 0 : -1);
        var isKept = true;
        while (true)
        {
            // Asked with no count, the interview knows no limit.
            var next = questions < RememberedQuestions ? chosen.GetOrAdd(path.ToString(), _ => rules.Interview.Next(known, asked, 0)) : rules.Interview.Next(known, asked, 0);
            if (next < 0)
                break;
            questions++;
            asked[next] = true;
            known[next] = truth[next];
            rules.Deduction.CloseAfter(known, next);
            path.Append((char)('0' + next)).Append((char)('0' + truth[next].Only));
            if (toTarget < 0 && target.IsReached(known))
                toTarget = questions;
            if (questions <= rules.Topic.MaxQuestions)
                (within, isKept) = (questions, target.Issue.Condition.Under(known) != Effect.RuledOut);
        }
        return new InterviewWalk(target.Issue, target.Solution, within, toTarget, isKept);
    }
}

/// <summary>How long the interviews of a topic are: one for every way to have one of its issues.</summary>
/// <param name="Walks">Interviews led.</param>
/// <param name="Mean">Questions on average.</param>
/// <param name="P95">Questions that 95 of 100 interviews do not exceed.</param>
/// <param name="Longest">Questions of the longest.</param>
/// <param name="Unreached">Issues that an interview did not keep.</param>
public sealed record InterviewStatistics(int Walks, double Mean, int P95, int Longest, int Unreached)
{
    public static InterviewStatistics Of(Troubleshooter rules) => Of(InterviewWalk.All(rules));

    internal static InterviewStatistics Of(ImmutableArray<InterviewWalk> walks)
    {
        if (walks.Length == 0)
            return new InterviewStatistics(0, 0, 0, 0, 0);
        walks = walks.RemoveAll(walk => walk.Solution is not null);
        var lengths = walks.Select(walk => walk.Questions).Order().ToArray();
        return new InterviewStatistics(walks.Length, lengths.Average(), lengths[(int)Math.Ceiling(lengths.Length * 0.95) - 1], lengths[^1], walks.Count(walk => !walk.IsKept));
    }
}
