namespace KnowledgeBase.Tests.Troubleshooting;

public class ContentOnlyTests
{
    [Fact]
    public async Task A_region_fact_in_the_files_alone_changes_the_diagnosis()
    {
        using var folder = new TemporaryFolder();
        var source = Path.Combine(Repository.Root, "content");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
            folder.And(Path.GetRelativePath(source, file), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var facts = folder["wizard/facts.yaml"];
        await File.WriteAllTextAsync(facts, (await File.ReadAllTextAsync(facts, TestContext.Current.CancellationToken)).Replace("facts:\n  symptom:", "facts:\n  region:\n    ask: In which region is the VM?\n    options: {north: North, south: South, west: West}\n  symptom:"), TestContext.Current.CancellationToken);
        var rules = folder["pages/04.reference/08.network/03.known-issues/wizard.yaml"];
        await File.WriteAllTextAsync(rules, (await File.ReadAllTextAsync(rules, TestContext.Current.CancellationToken)).Replace("opened-by: cloud-vm}", "opened-by: cloud-vm, region: [north, south]}"), TestContext.Current.CancellationToken);

        var topic = (await folder.BuildAsync()).Troubleshooters.Single(one => one.Topic.Id.Value == "network");

        const string idle = "symptom=idle-drop idle-time=over-60s opened-by=cloud-vm";
        Assert.Equal(["idle-tcp"], Walk.Of(topic, idle + " region=north").Matches);
        Assert.Equal(["idle-tcp"], Walk.Of(topic, idle).Possible);
        Assert.Contains("idle-tcp: region", Walk.Of(topic, idle + " region=west").RuledOut);
        Assert.DoesNotContain("region", Walk.Of(topic, "symptom=slow-setup").Asked);
    }
}
