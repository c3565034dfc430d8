using System.Collections.Immutable;
using System.Text;
using CsCheck;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>Rules that nobody has thought of: facts, conditions with alternatives, implications, weights and costs, as an author would write them.</summary>
internal static class RandomRules
{
    public static Gen<Troubleshooter> Topics { get; } =
        Gen.Select(Gen.Int[2, 6], Gen.Int[1, 8], Gen.Int[0, 4], Gen.Int[0, int.MaxValue]).Select((facts, issues, implications, seed) => Make(facts, issues, implications, new Random(seed)));

    /// <summary>Answers to some facts in any order, "I do not know" among them.</summary>
    public static Gen<(Troubleshooter Rules, ImmutableArray<Answer> Answers)> WithAnswers(Gen<Troubleshooter> topics) =>
        Gen.Select(topics, Gen.Int[0, int.MaxValue]).Select((rules, seed) => (rules, AnswersTo(rules, new Random(seed))));

    /// <summary>The answers of several visitors to the same rules, which take longer to make than the answers.</summary>
    public static Gen<(Troubleshooter Rules, ImmutableArray<Answer>[] Visitors)> WithVisitors(Gen<Troubleshooter> topics, int visitors) =>
        Gen.Select(topics, Gen.Int[0, int.MaxValue].Array[visitors]).Select((rules, seeds) => (rules, Array.ConvertAll(seeds, seed => AnswersTo(rules, new Random(seed)))));

    private static ImmutableArray<Answer> AnswersTo(Troubleshooter rules, Random random)
    {
        var answers = rules.Facts.Where(_ => random.Next(4) > 0)
            .Select(fact => new Answer(fact.Id, fact.AllowsUnknown && random.Next(4) == 0 ? null : fact.Options[random.Next(fact.Options.Length)].Id, random.Next(5) == 0)).ToArray();
        random.Shuffle(answers);
        return [.. answers];
    }

    private static Troubleshooter Make(int facts, int issues, int implications, Random random)
    {
        var options = Enumerable.Range(0, facts).Select(_ => random.Next(2, 5)).ToArray();
        var page = new StringBuilder("---\ntitle: Issues\n---\n");
        var rules = new StringBuilder("topic: t\nissues:\n");
        for (var issue = 0; issue < issues; issue++)
        {
            page.Append($"## Issue {issue}\n\n**Problem:**\nIt is broken.\n\n**Solutions:**\nThere are two solutions:\n\n- First way\n- Second way\n\n");
            rules.Append($"  i{issue}:\n    anchor: issue-{issue}\n    weight: {random.Next(1, 4)}\n    when: {Condition(options, random)}\n    solutions: {{one: {{text: First way}}, two: {{text: Second way, when: {Condition(options, random)}}}}}\n");
        }
        var book = new StringBuilder("facts:\n");
        for (var fact = 0; fact < facts; fact++)
            book.Append($"  f{fact}: {{ask: What?, cost: {random.Next(1, 4)}, options: {{{string.Join(", ", Enumerable.Range(0, options[fact]).Select(option => $"o{option}: Option"))}}}}}\n");
        book.Append(implications == 0 ? "" : "implies:\n");
        for (var implication = 0; implication < implications; implication++)
        {
            var (from, to) = (random.Next(facts), random.Next(facts));
            book.Append($"  - {{if: {{f{from}: o{random.Next(options[from])}}}, then: {{f{(to == from ? (to + 1) % facts : to)}: o{random.Next(2)}}}, because: So it is}}\n");
        }
        book.Append("fallback: {title: Nothing}\n");
        var site = TestSite.With("01.home/docs.md", "---\ntitle: Home\n---\n").And("02.page/docs.md", page.ToString()).And("02.page/wizard.yaml", rules.ToString()).And("wizard/facts.yaml", book.ToString());
        return site.Build(new BuildOptions { ColoursCode = false, ProvesRules = false, Threads = 1 }).Troubleshooters.Single();
    }

    private static string Condition(int[] options, Random random)
    {
        var first = Cube(options, random);
        return random.Next(3) == 0 ? $"{{any: [{first}, {Cube(options, random)}]}}" : first;
    }

    private static string Cube(int[] options, Random random)
    {
        var facts = Enumerable.Range(0, options.Length).ToArray();
        random.Shuffle(facts);
        return $"{{{string.Join(", ", facts.Take(random.Next(1, Math.Min(4, facts.Length + 1))).Select(fact => $"f{fact}: {Literal(options[fact], random)}"))}}}";
    }

    private static string Literal(int options, Random random) => random.Next(4) switch
    {
        0 => $"{{not: o{random.Next(options)}}}",
        1 => $"[o{random.Next(options)}, o{random.Next(options)}]",
        _ => $"o{random.Next(options)}",
    };
}
