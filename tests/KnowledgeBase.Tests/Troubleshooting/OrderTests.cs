using System.Collections.Immutable;
using CsCheck;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>The property that makes links, changed answers and pasted output safe: what counts is which answers there are, not how they came.</summary>
public class OrderTests
{
    [Fact]
    public async Task An_interview_concludes_what_all_its_answers_at_once_conclude_in_the_shipped_topics()
    {
        var topics = new[] { await ShippedContent.TopicAsync("network"), await ShippedContent.TopicAsync("storage") };

        RandomRules.WithAnswers(Gen.Int[0, 1].Select(index => topics[index])).Sample(Check, iter: 10_000);
    }

    [Fact]
    public void An_interview_concludes_what_all_its_answers_at_once_conclude_in_any_rules() =>
        RandomRules.WithVisitors(RandomRules.Topics, visitors: 6).Sample(
            pair =>
            {
                foreach (var answers in pair.Visitors)
                    Check((pair.Rules, answers));
            }, iter: 2_500);

    [Fact]
    public void Every_permutation_of_a_query_has_one_canonical_link() =>
        Gen.Select(RandomRules.WithAnswers(RandomRules.Topics), Gen.Int[0, int.MaxValue]).Sample((pair, seed) =>
        {
            var (rules, answers) = pair;
            var query = answers.Select(answer => KeyValuePair.Create(answer.Fact.Value, answer.Option?.Value ?? "unknown"))
                .Append(KeyValuePair.Create("pasted", string.Join(',', answers.Where(answer => answer.IsPasted).Select(answer => answer.Fact.Value)))).Append(KeyValuePair.Create("utm", "x")).ToArray();
            var canonical = rules.Diagnose(rules.Links.Read(query).Answers).Canonical;

            new Random(seed).Shuffle(query);

            Assert.Equal(canonical, rules.Diagnose(rules.Links.Read(query).Answers).Canonical);
        }, iter: 2_000);

    [Fact]
    public void A_canonical_link_read_again_is_itself() =>
        RandomRules.WithAnswers(RandomRules.Topics).Sample(pair =>
        {
            var (rules, answers) = pair;
            var given = answers.Aggregate(Answers.None, (so, answer) => so.With(answer));
            var link = rules.Links.ToQuery(given);
            var again = link.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Select(part => KeyValuePair.Create(part[0], part[1]));

            Assert.Equal(link, rules.Links.ToQuery(rules.Links.Read(again).Answers));
        }, iter: 2_000);

    [Fact]
    public void A_question_that_is_asked_can_always_decide_something_and_is_asked_once() =>
        RandomRules.WithAnswers(RandomRules.Topics).Sample(pair =>
        {
            var (rules, answers) = pair;
            var given = Answers.None;
            var asked = new HashSet<FactId>();
            while (rules.Next(given) is { } next)
            {
                Assert.True(asked.Add(next.Id), "No fact is asked twice.");
                given = given.With(answers.FirstOrDefault(answer => answer.Fact == next.Id) is { Fact.Value: not null } answer ? answer : new Answer(next.Id, null));
            }
            Assert.True(asked.Count <= rules.Facts.Length);
        }, iter: 2_000);

    /// <summary>Leads the interview in the order of its questions, then compares with every answer taken in any order, and with plain logic.</summary>
    private static void Check((Troubleshooter Rules, ImmutableArray<Answer> Answers) pair)
    {
        var (rules, answers) = pair;
        var given = Answers.None;
        while (rules.Next(given) is { } next && answers.FirstOrDefault(answer => answer.Fact == next.Id) is { Fact.Value: not null } answer)
            given = given.With(answer);
        var interview = rules.Diagnose(given);
        var others = answers.Where(answer => given[answer.Fact] is not null).Reverse().Aggregate(Answers.None, (so, answer) => so.With(answer));

        var direct = rules.Diagnose(others);

        Assert.Equal(Outcome(interview), Outcome(direct));
        Assert.Equal(interview.Canonical, direct.Canonical);
        if (interview.State != DiagnosisState.Contradiction)
            CheckSound(rules, interview);
    }

    private static string Outcome(Diagnosis diagnosis) =>
        $"{diagnosis.State} {diagnosis.Next?.Id} {string.Join(' ', diagnosis.Issues.Select(issue => $"{issue.Rule.Id}={issue.Status}({string.Join(',', issue.Solutions.Select(solution => solution.Status))})"))}";

    /// <summary>Against every full set of answers that fits: a match holds in all of them, and what is ruled out in none.</summary>
    private static void CheckSound(Troubleshooter rules, Diagnosis diagnosis)
    {
        if (rules.Facts.Length > 6)
            return;
        foreach (var world in Worlds(rules, diagnosis))
        {
            foreach (var issue in diagnosis.Issues)
            {
                var holds = issue.Rule.Condition.Cubes.Any(cube => cube.Literals.All(literal => literal.Allowed.Contains(world[literal.Fact])));
                Assert.True(issue.Status != MatchStatus.Match || holds, $"{issue.Rule.Id} is claimed and does not hold.");
                Assert.True(issue.Status != MatchStatus.RuledOut || !holds, $"{issue.Rule.Id} is ruled out and holds.");
            }
        }
    }

    private static IEnumerable<int[]> Worlds(Troubleshooter rules, Diagnosis diagnosis)
    {
        IEnumerable<int[]> worlds = [[]];
        foreach (var fact in rules.Facts)
        {
            var said = diagnosis.Given[fact.Id]?.Option is { } option ? [fact.IndexOf(option)] : Enumerable.Range(0, fact.Options.Length).ToArray();
            worlds = worlds.SelectMany(world => said.Select(choice => (int[])[.. world, choice])).ToArray();
        }
        return worlds.Where(world => rules.Implications.All(implication =>
            !implication.If.All(literal => literal.Allowed.Contains(world[literal.Fact])) || implication.Then.All(literal => literal.Allowed.Contains(world[literal.Fact]))));
    }
}
