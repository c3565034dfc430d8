using System.Text;

namespace KnowledgeBase.Browser.Tests;

/// <summary>
/// The attacks in every place of the wizard that an author writes: a topic for each text, with questions, options, help, commands, mistakes, reasons and
/// notes that are that text. Nothing may leave a topic out, or its places would not be tried.
/// </summary>
internal static class WizardAttacks
{
    /// <summary>How often a text stands in the files of its topic.</summary>
    public const int Places = 14;

    private static readonly string[] Shown = ["a{0}", "a{0}?a{0}=", "b{0}?a{0}=one", "result?a{0}=one&b{0}=one", "result?a{0}=one&b{0}=two", "result?a{0}=two&b{0}=two", "result?a{0}=unknown&b{0}=two", "map", "evidence", "result.txt?a{0}=one"];

    /// <summary>The pages that show a topic: each question, the question without an answer, results, contradiction, fallback, drawing, paste form, summary.</summary>
    public static IEnumerable<string> Addresses(int texts) =>
        Enumerable.Range(0, texts).SelectMany(number => Shown.Select(page => $"/troubleshoot/t{number}/{string.Format(System.Globalization.CultureInfo.InvariantCulture, page, number)}")).Prepend("/troubleshoot");

    public static void Write(ContentFolder content, IReadOnlyList<string> texts)
    {
        var (topics, facts, implications, readers) = (new StringBuilder("topics:\n"), new StringBuilder("facts:\n"), new StringBuilder("implies:\n"), new StringBuilder("evidence:\n"));
        foreach (var (number, text) in texts.Index())
        {
            var attack = Quoted(text);
            topics.Append($"  t{number}: {{title: {attack}, description: {attack}}}\n");
            facts.Append($"  a{number}: {{ask: {attack}, help: {attack}, find_out: {attack}, error: {attack}, evidence: r{number}, similar: ok, options: {{one: {attack}, two: {{label: {attack}}}}}}}\n");
            facts.Append($"  b{number}: {{ask: {attack}, help: {attack}, similar: ok, options: {{one: {attack}, two: Two}}}}\n");
            facts.Append($"  c{number}: {{ask: Deduced?, similar: ok, options: {{one: One, two: Two}}}}\n");
            implications.Append($"  - {{if: {{a{number}: one, b{number}: one}}, then: {{c{number}: one}}, because: {attack}}}\n");
            readers.Append($"  r{number}:\n    run: {attack}\n    pairs: shell\n    set:\n      - {{if: {{X: '1'}}, a{number}: one}}\n    examples:\n      - {{paste: X=1, reads: {{a{number}: one}}}}\n      - {{paste: X=2, reads: {{}}}}\n");
            content.With($"pages/80.wizard/{number:00}.w{number}/default.md", $"---\ntitle: W{number}\nvisible: false\n---\n## Fails {number}\n\n**Problem:**\nIt does.\n\n**Solutions:**\n\n* Do this {number}\n* Do that {number}\n")
                .With($"pages/80.wizard/{number:00}.w{number}/wizard.yaml", $"topic: t{number}\nissues:\n  fails:\n    anchor: fails-{number}\n    when: {{a{number}: one, c{number}: one}}\n    solutions:\n      this: {{text: Do this, note: {attack}}}\n      that: {{text: Do that, note: {attack}, when: {{b{number}: one}}}}\n");
        }
        var title = string.Concat(texts.Where(text => text.Contains("alert", StringComparison.Ordinal)).Take(20));
        content.With("wizard/facts.yaml", $"{topics}{facts}{implications}{readers}fallback: {{title: {Quoted(title)}, body: fallback.md, contact: {Quoted("javascript:alert(1)")}}}\n")
            .With("wizard/fallback.md", string.Concat(texts.Select(text => $"* {text}\n* [{text}](javascript:alert(1))\n")))
            .With("pages/80.wizard/default.md", "---\ntitle: Wizard\nvisible: false\n---\nTopics.\n");
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
