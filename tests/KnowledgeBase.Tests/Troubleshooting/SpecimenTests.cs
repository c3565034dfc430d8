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
    public async Task Reasons_name_the_answer_and_where_it_comes_from()
    {
        var rules = await SpecimenAsync();
        var kernel = Walk.Of(rules, "symptom=idle-drop idle-time=over-60s opened-by=cloud-vm peer=internet app-keepalive=kernel-timed", "# sysctl net.ipv4.tcp_keepalive_time\r\nnet.ipv4.tcp_keepalive_time = 7200\r\n");
        var slow = Walk.Of(rules, "symptom=slow-setup os=ubuntu-18-04 peer=internet");

        Assert.Equal("Pasted output says: 60 seconds or more.", kernel.Solution("idle-tcp", "kernel-keepalive").Because.Single(reason => reason.Fact.Id.Value == "kernel-keepalive").Sentence.Split("? ")[1]);
        Assert.Equal("It needs: In our project. You said: On the internet.", kernel.Solution("idle-tcp", "sg-same-project").Because.Single().Sentence);
        Assert.DoesNotContain("kernel-keepalive", kernel.Asked);
        Assert.EndsWith("&kernel-keepalive=60-or-more&pasted=kernel-keepalive", kernel.Diagnosis.Canonical);
        Assert.Equal((true, 0), (slow.Verdict("sdn-delay").Rule.HasNoSolution, slow.Verdict("sdn-delay").Solutions.Length));
        Assert.All(["cloud-nat", "sg-mutual"], fact => Assert.Equal("The way out always translates addresses", slow.Answer(fact).Because));
        Assert.True(slow.Asked.Length <= 3, string.Join(", ", slow.Asked));
        Assert.All(["cloud-nat", "sg-mutual"], fact => Assert.DoesNotContain(fact, slow.Asked));
    }

    [Fact]
    public async Task A_changed_answer_asks_only_what_is_newly_needed_and_keeps_the_others()
    {
        var rules = await SpecimenAsync();
        var changed = Answers.None.With("symptom", "slow-setup").With("os", "ubuntu-18-04").With("peer", "internet").With("os", "centos-7");

        Assert.Equal(["vm-nat", "insert-failed", null], [rules.Next(changed)?.Id.Value, rules.Next(changed.With("vm-nat", "yes"))?.Id.Value, rules.Next(changed.With("vm-nat", "yes").With("insert-failed", "increasing"))?.Id.Value]);
        Assert.Null(rules.Next(changed.With("vm-nat", "no")));
        Assert.Contains("peer=internet", rules.Diagnose(changed).Canonical);
    }

    [Fact]
    public async Task No_visitor_of_these_rules_is_asked_more_than_seven_questions()
    {
        var rules = await SpecimenAsync();
        var longest = 0;
        Lead(Answers.None, 0);

        Assert.InRange(longest, 3, 7);

        void Lead(Answers answers, int asked)
        {
            longest = Math.Max(longest, asked);
            if (rules.Next(answers) is not { } next)
                return;
            foreach (var option in next.Options)
                Lead(answers.With(new Answer(next.Id, option.Id)), asked + 1);
            if (next.AllowsUnknown)
                Lead(answers.With(new Answer(next.Id, null)), asked + 1);
        }
    }

    [Theory]
    [InlineData("ID='centos'\nVERSION_ID='7'", "os=centos-7")]
    [InlineData("\uFEFFID=\"centos\"\r\nVERSION_ID=\"7\"", "os=centos-7")]
    [InlineData("ID=\"cent\"os\"\nVERSION_ID=\"7\"", "")]
    [InlineData("ID=\"centos\nVERSION_ID=\"7\"", "")]
    [InlineData("PRETTY_NAME=\"CentOS Linux 7 (Core)\"\nID_LIKE=\"rhel fedora\"\nID=\"centos\"\nVERSION_ID=\"7\"", "os=centos-7")]
    [InlineData("ID=rocky\nVERSION_ID=9.3", "os=other-linux")]
    [InlineData("net.ipv4.tcp_keepalive_time=59", "kernel-keepalive=under-60")]
    [InlineData("net.ipv4.tcp_keepalive_time = 60", "kernel-keepalive=60-or-more")]
    [InlineData("net.ipv4.tcp_keepalive_time = 7200\nnet.ipv4.tcp_keepalive_time = 10", "")]
    [InlineData("sysctl: cannot stat /proc/sys/net/ipv4/tcp_keepalive_time: No such file or directory", "")]
    [InlineData("cpu=0 found=0 insert_failed=4 \ncpu=0 found=0 insert_failed=4 ", "insert-failed=not-increasing")]
    [InlineData("cpu=0 insert_failed=9\ncpu=0 insert_failed=4", "")]
    [InlineData("cpu=0 insert_failed=9", "")]
    [InlineData("insert_failed=\ncpu=0", "")]
    [InlineData("", "")]
    public async Task Output_is_read_for_what_it_proves_and_nothing_more(string text, string found) =>
        Assert.Equal(found, string.Join(' ', (await SpecimenAsync()).ReadEvidence(text).Found.Select(one => $"{one.Fact.Id}={one.Option.Id}")));

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
