using KnowledgeBase.Content;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>The specimen in <c>Fixtures/Wizard</c> has every construct of the rules in the forms that authors use; the shipped topic of this name has the same ids.</summary>
public class SpecimenTests
{
    private const string CentOs = "ID=\"centos\"\nVERSION_ID=\"7\"\n";
    private const string Growing = "cpu=0 found=1 insert_failed=2\ncpu=1 found=1 insert_failed=1\ncpu=0 found=2 insert_failed=5\ncpu=1 found=2 insert_failed=4\n";

    public static TheoryData<string, string?, string, string, string> Walks => new()
    {
        { "symptom=idle-drop idle-time=over-60s opened-by=cloud-vm peer=same-project app-keepalive=own-interval", null, "idle-tcp", "", "sg-return-rule: Applies, app-keepalive: Applies, sg-same-project: Applies, kernel-keepalive: No" },
        { "symptom=idle-drop idle-time=over-60s opened-by=cloud-vm peer=internet app-keepalive=kernel-timed", "net.ipv4.tcp_keepalive_time = 7200", "idle-tcp", "", "sg-return-rule: Applies, app-keepalive: No, sg-same-project: No, kernel-keepalive: Applies" },
        { "symptom=idle-drop idle-time=over-60s opened-by=cloud-vm", null, "idle-tcp", "", "sg-return-rule: Applies, app-keepalive: MayApply, sg-same-project: MayApply, kernel-keepalive: MayApply" },
        { "symptom=idle-drop idle-time=up-to-60s", null, "", "", "" },
        { "symptom=other", null, "", "", "" },
        { "symptom=slow-setup vm-nat=yes peer=same-project cloud-nat=no", CentOs + Growing, "centos-delay", "", "use-ubuntu: Applies" },
        { "symptom=slow-setup os=centos-7 vm-nat=yes peer=same-project cloud-nat=no", null, "", "centos-delay", "use-ubuntu: MayApply" },
        { "symptom=slow-setup os=ubuntu-18-04 peer=internet", null, "sdn-delay", "", "" },
        { "symptom=slow-setup os=ubuntu-18-04 peer=same-project cloud-nat=no", null, "", "", "" },
        { "symptom=slow-setup os=centos-7 vm-nat=yes insert-failed=increasing peer=load-balancer", null, "centos-delay, sdn-delay", "", "use-ubuntu: Applies" },
    };

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task Rules_with_the_same_ids_conclude_the_same_whatever_their_words(string answers, string? paste, string matches, string possible, string solutions)
    {
        foreach (var rules in new[] { await ShippedContent.TopicAsync("network"), await SpecimenAsync() })
        {
            var walk = Walk.Of(rules, answers, paste);

            Assert.Equal((matches, possible), (string.Join(", ", walk.Matches), string.Join(", ", walk.Possible)));
            Assert.Equal(solutions, string.Join(", ", walk.Diagnosis.Issues.FirstOrDefault(issue => issue.Status != MatchStatus.RuledOut) is { } first ? walk.Solutions(first.Rule.Id.Value) : []));
            Assert.Equal(matches.Length + possible.Length == 0, walk.Diagnosis.State == DiagnosisState.Fallback);
            Assert.True(walk.Asked.Length <= 7, string.Join(", ", walk.Asked));
        }
    }

    [Fact]
    public async Task A_note_below_the_bullets_comes_with_the_solution_that_needs_it()
    {
        var note = Walk.Of(await SpecimenAsync(), "symptom=idle-drop idle-time=over-60s opened-by=cloud-vm").Solution("idle-tcp", "kernel-keepalive").Rule.Note;

        Assert.Equal("Only programs that ask for keepalives get those of the kernel.", note!.Text);
    }

    [Fact]
    public async Task Solutions_are_linked_by_the_names_of_their_rules()
    {
        var snapshot = await BuildAsync();

        Assert.Equal(["sg-return-rule", "app-keepalive", "sg-same-project", "kernel-keepalive"], snapshot.Issues[0].Solutions.Select(solution => solution.Id));
        Assert.Equal("high-tcp-setup-delay-on-centos--use-ubuntu", snapshot.Issues[1].Solutions.Single().Anchor);
        Assert.Contains("\"anchor\":\"idle-tcp-sessions-being-closed--app-keepalive\"", snapshot.Export());
        Assert.Equal(snapshot.Issues[0].Solutions, snapshot.Issues[0].Sections.SelectMany(section => section.Solutions));
    }

    private static async Task<Troubleshooter> SpecimenAsync() => Assert.Single((await BuildAsync()).Troubleshooters);

    private static async Task<KnowledgeSnapshot> BuildAsync() =>
        new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(await ContentFolder.Open(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Wizard", "specimen")).ReadAsync(TestContext.Current.CancellationToken));
}
