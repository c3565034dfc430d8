using CsCheck;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>The question that is chosen in microseconds is the one that the definition names: counted cube by cube, option by option.</summary>
public class NextQuestionTests
{
    [Fact]
    public void The_next_question_is_the_one_that_decides_most_for_its_cost() =>
        RandomRules.WithAnswers(RandomRules.Topics).Sample(pair =>
        {
            var rules = pair.Rules;
            var known = rules.Deduction.Everything();
            var asked = new bool[known.Length];
            foreach (var answer in pair.Answers)
            {
                Assert.Equal(ByDefinition(rules, known, asked), rules.Interview.Next(known, asked, 0));
                var fact = rules.PositionOf(answer.Fact);
                asked[fact] = true;
                if (answer.Option is { } option)
                    known[fact] &= OptionSet.Of(rules.Facts[fact].IndexOf(option));
                if (!rules.Deduction.Close(known, []))
                    return;
            }
            Assert.Equal(ByDefinition(rules, known, asked), rules.Interview.Next(known, asked, 0));
        }, iter: 5_000);

    [Fact]
    public void What_follows_of_one_more_answer_is_what_follows_of_all() =>
        RandomRules.WithAnswers(RandomRules.Topics).Sample(pair =>
        {
            var deduction = pair.Rules.Deduction;
            var known = deduction.Everything();
            if (!deduction.Close(known, []))
                return;
            foreach (var answer in pair.Answers.Where(answer => answer.Option is not null))
            {
                var fact = pair.Rules.PositionOf(answer.Fact);
                known[fact] &= OptionSet.Of(deduction.Facts[fact].IndexOf(answer.Option!.Value));
                var again = (OptionSet[])known.Clone();

                var fits = deduction.CloseAfter(known, fact);

                Assert.Equal(deduction.Close(again, []), fits);
                if (!fits)
                    return;
                Assert.Equal(again, known);
            }
        }, iter: 5_000);

    private static int ByDefinition(Troubleshooter rules, OptionSet[] known, bool[] asked)
    {
        var undecided = rules.Issues.Where(issue => issue.Condition.Under(known) == Effect.Open).ToArray();
        var open = undecided.SelectMany(issue => issue.Condition.Cubes.Where(cube => cube.Under(known) == Effect.Open).Select(cube => (cube, issue.Weight)));
        if (Best(rules, known, asked, [.. open]) is var fact and >= 0)
            return fact;
        var matches = rules.Issues.Where(issue => issue.Condition.Under(known) == Effect.Satisfied).ToArray();
        var chosen = matches.Length > 0 ? matches : undecided.Length == 1 ? undecided : [];
        var solutions = chosen.SelectMany(issue => issue.Solutions.Where(solution => solution.Condition.Under(known) == Effect.Open).SelectMany(solution => solution.Condition.Cubes).Where(cube => cube.Under(known) == Effect.Open).Select(cube => (cube, issue.Weight)));
        return Best(rules, known, asked, [.. solutions]);
    }

    private static int Best(Troubleshooter rules, OptionSet[] known, bool[] asked, (Cube Cube, int Weight)[] open) =>
        Enumerable.Range(0, known.Length).Where(fact => !asked[fact] && known[fact].Count > 1)
            .Select(fact => (Fact: fact, Score: ScoreOf(rules, known, fact, open))).Where(pair => pair.Score > 0)
            .OrderBy(pair => rules.Facts[pair.Fact].Pin ?? int.MaxValue).ThenByDescending(pair => pair.Score).ThenBy(pair => pair.Fact).Select(pair => pair.Fact).FirstOrDefault(-1);

    /// <summary>Cubes decided on average over the options that contradict nothing, for the cost; a common multiple of all that divides keeps it whole.</summary>
    private static long ScoreOf(Troubleshooter rules, OptionSet[] known, int fact, (Cube Cube, int Weight)[] open)
    {
        var (decided, priors) = (0L, 0L);
        foreach (var option in known[fact])
        {
            var after = (OptionSet[])known.Clone();
            after[fact] = OptionSet.Of(option);
            if (!rules.Deduction.Propagate(after, [], fact))
                continue;
            priors += rules.Facts[fact].Options[option].Prior;
            decided += rules.Facts[fact].Options[option].Prior * open.Where(one => one.Cube.Under(after) != Effect.Open).Sum(one => (long)one.Weight);
        }
        return priors == 0 ? 0 : decided * (27_720 / (priors * rules.Facts[fact].Cost));
    }
}
