using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>The chapter about the wizard, followed step by step on a copy of the shipped content.</summary>
public class HandbookTests
{
    private const string Facts = "wizard/facts.yaml";
    private const string Rules = "pages/04.reference/08.network/03.known-issues/wizard.yaml";
    private const string Scenarios = "wizard/scenarios.yaml";
    private const string Chapter = "pages/03.handbook/07.wizard/docs.en.md";

    [Fact]
    public async Task A_fact_a_condition_a_reader_and_a_scenario_written_as_the_chapter_says_leave_nothing_to_report()
    {
        using var folder = new TemporaryFolder();
        var source = Path.Combine(Repository.Root, "content");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
            folder.And(Path.GetRelativePath(source, file), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var chapter = await File.ReadAllTextAsync(folder[Chapter], TestContext.Current.CancellationToken);
        Assert.Empty((await folder.BuildAsync()).RuleFindings());

        // "A fact", as printed, with the reader that "Pasted output" describes.
        var fact = Example(chapter, "## A fact\n")["facts:\n".Length..];
        await EditAsync(folder[Facts], text => text.Replace("facts:\n", "facts:\n" + fact.TrimEnd() + "\n    evidence: which-region\n").Replace("evidence:\n  os-release:", """
            evidence:
              which-region:
                run: cat /etc/region
                pairs: shell
                set:
                  - {if: {REGION: north}, region: north}
                  - {if: {REGION: south}, region: south}
                  - {if: {REGION: west}, region: west}
                examples:
                  - {paste: REGION=west, reads: {region: west}}
                  - {paste: REGION=east, reads: {}}
              os-release:
            """));
        Assert.Contains("KB320 Question 'region' is never needed: no condition mentions it", (await folder.BuildAsync()).RuleFindings());

        // "A condition": one line for an issue.
        Assert.Contains("region: [north, south]", Example(chapter, "## A condition\n"));
        await EditAsync(folder[Rules], text => text.Replace("opened-by: cloud-vm}", "opened-by: cloud-vm, region: [north, south]}"));
        var told = (await folder.BuildAsync()).RuleFindings();
        Assert.All(told, finding => Assert.True(finding.StartsWith("KB316", StringComparison.Ordinal) || finding.StartsWith("KB322", StringComparison.Ordinal), finding));
        Assert.Contains("KB322 Options north, south of 'region' behave alike everywhere; merge them or set similar: ok", told);

        // Scenarios that relied on the issue name the region now, the shortest one has a question more, and the chapter's own is added.
        await EditAsync(folder[Facts], text => text.Replace("    ask: In which region is the VM?\n", "    ask: In which region is the VM?\n    similar: ok\n"));
        await EditAsync(folder[Scenarios], text => text.Replace("opened-by: cloud-vm, ", "opened-by: cloud-vm, region: north, ").Replace("max_questions: 5", "max_questions: 6").TrimEnd() + "\n" + Example(chapter, "## A scenario\n"));
        var snapshot = await folder.BuildAsync();

        Assert.Equal("", string.Join('\n', snapshot.Diagnostics.Select(diagnostic => $"{diagnostic.Location} {diagnostic.Message}")));
        var topic = snapshot.Troubleshooters.Single(one => one.Topic.Id.Value == "network");
        Assert.Equal("west", Walk.Of(topic, "symptom=idle-drop", "REGION=west").Answer("region").Option!.Id.Value);
    }

    private static async Task EditAsync(string path, Func<string, string> edit)
    {
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var edited = edit(text);
        Assert.NotEqual(text, edited);
        await File.WriteAllTextAsync(path, edited, TestContext.Current.CancellationToken);
    }

    /// <summary>The first example below a heading.</summary>
    private static string Example(string chapter, string heading)
    {
        var from = chapter.IndexOf("~~~yaml\n", chapter.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + "~~~yaml\n".Length;
        return chapter[from..chapter.IndexOf("~~~", from, StringComparison.Ordinal)];
    }
}
