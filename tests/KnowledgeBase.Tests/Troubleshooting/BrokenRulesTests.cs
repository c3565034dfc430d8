using System.Collections.Immutable;
using CsCheck;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>Rule files as they look after an accident: the topic steps aside or is poorer, and nothing else of the knowledge base notices.</summary>
public class BrokenRulesTests
{
    private static readonly string[] Scraps =
    [
        "\n", "  ", "\t", ":", "- ", "[", "]", "{", "}", "'", "\"", "#", "&a ", "*a", "<<: *a", "!!binary ", "|", ">", "---\n", "...", "yes", "null", "~", "0", "-1", "99999999999999999999", "any", "not", "\0", "\ud800", "\u2028", "\uFEFF",
        "any: [{}]", "any: []", "{not: []}", "symptom", "facts:", "issues:", "unknown", "result", "x: &x [*x]", "(?<a>b)", "(?=x)", "last > first", "9e9", "é", "[[[[[[[[",
    ];

    private static readonly Lazy<Task<ContentFiles>> Specimen = new(() => ContentFolder.Open(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Wizard", "specimen")).ReadAsync());

    /// <summary>A change of a text: a piece taken out, a scrap put in, or a piece of it repeated elsewhere.</summary>
    private static readonly Gen<(int At, int Length, int Scrap, int Kind)> Change = Gen.Select(Gen.Int[0, 4_000], Gen.Int[0, 40], Gen.Int[0, Scraps.Length - 1], Gen.Int[0, 3]);

    [Fact]
    public async Task Whatever_happens_to_a_rule_file_pages_and_issues_are_what_they_were()
    {
        var files = await Specimen.Value;
        var sound = new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(files, TestContext.Current.CancellationToken);
        string[] paths = ["wizard/facts.yaml", "wizard/scenarios.yaml", "02.network/01.known-issues/wizard.yaml"];
        var (aside, told) = (0, 0);

        Gen.Select(Gen.Int[0, paths.Length - 1], Change.Array[1, 4]).Sample(
            (path, changes) =>
            {
                var broken = files with { Wizard = Changed(files.Wizard, paths[path], changes), Sources = Changed(files.Sources, paths[path], changes) };

                var snapshot = new KnowledgeBuilder(new BuildOptions { ColoursCode = false, Threads = 1 }).Build(broken, TestContext.Current.CancellationToken);

                Assert.Equal(sound.Pages.Select(page => (page.Route, page.Title)), snapshot.Pages.Select(page => (page.Route, page.Title)));
                Assert.Equal(sound.Issues.Select(issue => (issue.Url, issue.Problem.Text, issue.Solutions.Length)), snapshot.Issues.Select(issue => (issue.Url, issue.Problem.Text, issue.Solutions.Length)));
                Assert.All(snapshot.Diagnostics, diagnostic => Assert.True(diagnostic.Message.Length > 0 && diagnostic.Advice.Length > 0 && diagnostic.Location.File.Length > 0));
                // A topic that is not there is said to be, or its file does not name it any more.
                if (snapshot.UnavailableTopics.Length > 0)
                {
                    Interlocked.Increment(ref aside);
                    Assert.Contains(snapshot.Diagnostics, diagnostic => diagnostic.Code.Id.StartsWith("KB3", StringComparison.Ordinal));
                }
                if (!snapshot.Diagnostics.SequenceEqual(sound.Diagnostics))
                    Interlocked.Increment(ref told);
                foreach (var topic in snapshot.Troubleshooters)
                    Assert.NotNull(topic.Diagnose(KnowledgeBase.Troubleshooting.Answers.None).Canonical);
            }, iter: 1_500);

        Assert.True(aside > 100 && told > aside, $"Of 1500 accidents {aside} put the topic aside, {told} were told.");
    }

    private static ImmutableArray<SourceFile> Changed(ImmutableArray<SourceFile> files, string path, (int At, int Length, int Scrap, int Kind)[] changes) =>
        [.. files.Select(file => file.Path == path ? new SourceFile(file.Path, changes.Aggregate(file.Text, Apply)) : file)];

    private static string Apply(string text, (int At, int Length, int Scrap, int Kind) change)
    {
        var at = text.Length == 0 ? 0 : change.At % text.Length;
        var length = Math.Min(change.Length, text.Length - at);
        return change.Kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Scraps[change.Scrap]),
            2 => text.Remove(at, length).Insert(at, Scraps[change.Scrap]),
            _ => text.Insert((change.At * 7) % (text.Length + 1), text.Substring(at, length)),
        };
    }
}
