using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Content;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// A knowledge base with rules for many known issues and 50 facts in one topic, the same in every run: a symptom of 40, then two to five further lines an
/// issue, every fifth issue with an alternative, two solutions each, 30 implications, a scenario for every hundredth issue.
/// </summary>
internal static class SyntheticRules
{
    public const string Topic = "everything";
    private const int Facts = 50;
    private const int Symptoms = 40;
    private const int IssuesPerPage = 25;
    private const int Implications = 30;

    // Facts that speak of one area; issues of a symptom draw from a few areas, as those of people do.
    private const int FactsPerArea = 7;

    public static ContentFiles Make(int issues)
    {
        var random = new Random(20190814);
        var options = Enumerable.Range(0, Facts).Select(fact => fact == 0 ? Symptoms : random.Next(2, 9)).ToArray();
        var rules = Enumerable.Range(0, issues).Select(_ => new Rule(random, options)).ToArray();
        var pages = rules.Chunk(IssuesPerPage).Select((chunk, index) => (Folder: $"{index + 2:000}.part-{index}", Rules: chunk, First: index * IssuesPerPage)).ToArray();
        return new ContentFiles
        {
            Folders = [.. pages.Select(page => page.Folder).Prepend("001.home")],
            Sources = [new SourceFile("001.home/docs.md", "---\ntitle: Home\n---\n"), .. pages.SelectMany(page => Page(page.Folder, page.Rules, page.First))],
            Media = [],
            Configuration = [],
            Wizard =
            [
                new SourceFile("wizard/facts.yaml", FactsFile(options, random)),
                new SourceFile("wizard/fallback.md", "Call us.\n"),
                new SourceFile("wizard/scenarios.yaml", ScenariosFile(rules)),
            ],
            Diagnostics = [],
        };
    }

    /// <summary>Writes the files into a folder, for the command line.</summary>
    public static async Task WriteAsync(ContentFiles files, string folder)
    {
        foreach (var (path, text) in files.Sources.Select(file => ($"pages/{file.Path}", file.Text)).Concat(files.Wizard.Select(file => (file.Path, file.Text))))
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, text);
        }
    }

    /// <summary>When an issue is someone's: a cube or two, and the line of its second solution.</summary>
    private sealed class Rule
    {
        private readonly int[] _options;

        public Rule(Random random, int[] options)
        {
            _options = options;
            var symptom = random.Next(Symptoms);
            int[] areas = [symptom % 7, (symptom * 3 + 1) % 7];
            Cubes = [.. Enumerable.Range(0, random.Next(5) == 0 ? 2 : 1).Select(_ => Cube(random, symptom, areas))];
            Solution = (1 + areas[0] * FactsPerArea + random.Next(FactsPerArea), random.Next(2));
        }

        public ImmutableArray<SortedDictionary<int, int[]>> Cubes { get; }

        public (int Fact, int Option) Solution { get; }

        private SortedDictionary<int, int[]> Cube(Random random, int symptom, int[] areas)
        {
            var cube = new SortedDictionary<int, int[]> { [0] = [symptom] };
            for (var lines = random.Next(2, 6); lines > 0; lines--)
            {
                var fact = 1 + areas[random.Next(areas.Length)] * FactsPerArea + random.Next(FactsPerArea);
                cube[fact] = [.. Enumerable.Range(0, _options[fact] > 3 && random.Next(3) == 0 ? 2 : 1).Select(_ => random.Next(_options[fact])).Distinct().Order()];
            }
            return cube;
        }
    }

    private static IEnumerable<SourceFile> Page(string folder, Rule[] rules, int first)
    {
        var text = new StringBuilder($"---\ntitle: 'Known issues of {folder}'\n---\n\n");
        var yaml = new StringBuilder($"topic: {Topic}\nissues:\n");
        foreach (var (index, rule) in rules.Index())
        {
            var issue = first + index;
            text.Append(CultureInfo.InvariantCulture, $"## Issue {issue}\n\n**Problem:**\nSomething of number {issue} does not work.\n\n**Solutions:**\n\n* First way\n* Second way\n\n");
            var when = rule.Cubes.Length == 1 ? Map(rule.Cubes[0]) : $"{{any: [{string.Join(", ", rule.Cubes.Select(Map))}]}}";
            yaml.Append(CultureInfo.InvariantCulture, $"  i{issue}:\n    anchor: issue-{issue}\n    when: {when}\n    solutions:\n      first: {{text: First way}}\n      second: {{text: Second way, when: {{f{rule.Solution.Fact}: o{rule.Solution.Option}}}}}\n");
        }
        yield return new SourceFile($"{folder}/docs.md", text.ToString());
        yield return new SourceFile($"{folder}/wizard.yaml", yaml.ToString());
    }

    private static string Map(SortedDictionary<int, int[]> cube) => $"{{{string.Join(", ", cube.Select(line => $"f{line.Key}: {(line.Value is [var only] ? $"o{only}" : $"[{string.Join(", ", line.Value.Select(option => $"o{option}"))}]")}"))}}}";

    private static string FactsFile(int[] options, Random random)
    {
        var text = new StringBuilder($"topics:\n  {Topic}: {{title: Everything}}\nfacts:\n");
        for (var fact = 0; fact < Facts; fact++)
            text.Append(CultureInfo.InvariantCulture, $"  f{fact}: {{ask: What is number {fact}?, {(fact == 0 ? "pin: 1, unknown: false, " : "")}cost: {(fact == 0 ? 1 : random.Next(1, 5))}, options: {{{string.Join(", ", Enumerable.Range(0, options[fact]).Select(option => $"o{option}: Option {option}"))}}}}}\n");
        text.Append("implies:\n");
        for (var index = 0; index < Implications; index++)
        {
            // From a fact to a later one, so that no chain of them comes back.
            var from = random.Next(1, Facts - 1);
            var to = random.Next(from + 1, Facts);
            text.Append(CultureInfo.InvariantCulture, $"  - {{if: {{f{from}: o{random.Next(options[from])}}}, then: {{f{to}: o{random.Next(options[to])}}}, because: Number {from} is so}}\n");
        }
        return text.Append("fallback: {title: Nothing fits, body: fallback.md}\n").ToString();
    }

    private static string ScenariosFile(Rule[] rules)
    {
        var text = new StringBuilder();
        foreach (var (index, rule) in rules.Index().Where(pair => pair.Index % 100 == 0))
            text.Append(CultureInfo.InvariantCulture, $"- name: issue {index}\n  topic: {Topic}\n  answers: {{{string.Join(", ", rule.Cubes[0].Select(line => $"f{line.Key}: o{line.Value[0]}"))}}}\n  expect: {{solutions: {{i{index}: {{first: applies}}}}}}\n");
        return text.ToString();
    }
}
