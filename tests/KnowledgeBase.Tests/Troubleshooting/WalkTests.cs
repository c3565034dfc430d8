using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>Walks through the network topic that is shipped: from a symptom to the issue and the solutions that fit.</summary>
public class WalkTests
{
    private const string TwoSamples = "cpu=0 found=9 insert_failed=2 drop=0\ncpu=1 found=2 insert_failed=1 drop=0\ncpu=0 found=9 insert_failed=5 drop=0\ncpu=1 found=3 insert_failed=4 drop=0\n";

    [Fact]
    public async Task An_application_with_its_own_keepalive_setting_in_one_project()
    {
        var walk = await NetworkAsync("symptom=idle-drop idle-time=over-60s opened-by=cloud-vm peer=same-project app-keepalive=own-interval");

        Assert.Equal(["idle-tcp"], walk.Matches);
        Assert.Equal(["sg-return-rule: Applies", "app-keepalive: Applies", "sg-same-project: Applies", "kernel-keepalive: No"], walk.Solutions("idle-tcp"));
        Assert.Equal("symptom", walk.Asked[0]);
        Assert.True(walk.Asked.Length <= 5, string.Join(", ", walk.Asked));
        Assert.Empty(walk.Asked.Intersect(["os", "vm-nat", "cloud-nat", "insert-failed"]));
        Assert.EndsWith("#idle-tcp-sessions-being-closed", walk.Verdict("idle-tcp").Known.Url);
        Assert.Equal("It has a setting of its own for them", walk.Solution("idle-tcp", "kernel-keepalive").Because[0].Known!.Label);
    }

    [Fact]
    public async Task An_application_that_leaves_the_timing_to_the_kernel()
    {
        var walk = await NetworkAsync("symptom=idle-drop idle-time=over-60s opened-by=cloud-vm peer=internet app-keepalive=kernel-timed", "net.ipv4.tcp_keepalive_time = 7200");

        Assert.Equal(["idle-tcp"], walk.Matches);
        Assert.Equal(["sg-return-rule: Applies", "app-keepalive: No", "sg-same-project: No", "kernel-keepalive: Applies"], walk.Solutions("idle-tcp"));
        Assert.Contains("SO_KEEPALIVE", walk.Solution("idle-tcp", "kernel-keepalive").Rule.Note!.Text);
        Assert.Contains("net.ipv4.tcp_keepalive_time=10", walk.Solution("idle-tcp", "kernel-keepalive").Solution.Content.Text);
        Assert.Equal("On the internet", walk.Solution("idle-tcp", "sg-same-project").Because.Single().Known!.Label);
        Assert.Equal((AnswerSource.Pasted, "60-or-more"), (walk.Answer("kernel-keepalive").Source, walk.Answer("kernel-keepalive").Option!.Id.Value));
        Assert.DoesNotContain("kernel-keepalive", walk.Asked);
    }

    [Fact]
    public async Task A_connection_that_was_quiet_for_less_than_a_minute_matches_nothing()
    {
        var walk = await NetworkAsync("symptom=idle-drop idle-time=up-to-60s");

        Assert.Equal(DiagnosisState.Fallback, walk.Diagnosis.State);
        Assert.Equal(["idle-tcp: idle-time", "centos-delay: symptom", "sdn-delay: symptom"], walk.RuledOut);
        Assert.Equal(["symptom", "idle-time"], walk.Asked);
    }

    [Fact]
    public async Task Something_else_ends_after_one_question()
    {
        var walk = await NetworkAsync("symptom=other");

        Assert.Equal(DiagnosisState.Fallback, walk.Diagnosis.State);
        Assert.Equal(["symptom"], walk.Asked);
    }

    [Fact]
    public async Task Pasted_output_of_two_commands_answers_two_questions()
    {
        var walk = await NetworkAsync("symptom=slow-setup vm-nat=yes peer=same-project cloud-nat=no", $"ID=\"centos\"\nVERSION_ID=\"7\"\n{TwoSamples}");

        Assert.Equal(["centos-delay"], walk.Matches);
        Assert.Equal(["idle-tcp: symptom", "sdn-delay: cloud-nat"], walk.RuledOut.Order());
        Assert.Equal(["use-ubuntu: Applies"], walk.Solutions("centos-delay"));
        Assert.Empty(walk.Asked.Intersect(["os", "insert-failed"]));
        Assert.Equal([AnswerSource.Said, AnswerSource.Pasted, AnswerSource.Said, AnswerSource.Pasted], walk.Verdict("centos-delay").Because.Select(reason => reason.Source!.Value));
        Assert.Contains("pasted=os,insert-failed", walk.Diagnosis.Canonical);
        Assert.DoesNotContain("cpu", walk.Diagnosis.Canonical);
    }

    [Fact]
    public async Task An_issue_without_a_solution_is_a_match_all_the_same()
    {
        var walk = await NetworkAsync("symptom=slow-setup os=ubuntu-18-04 peer=internet");

        Assert.Equal((DiagnosisState.Result, true), (walk.Diagnosis.State, walk.Verdict("sdn-delay").Rule.HasNoSolution));
        Assert.Equal(["sdn-delay"], walk.Matches);
        Assert.Contains("centos-delay: os", walk.RuledOut);
        Assert.True(walk.Asked.Length <= 3, string.Join(", ", walk.Asked));
        Assert.All(["cloud-nat", "sg-mutual"], fact => Assert.Equal((AnswerSource.Deduced, true), (walk.Answer(fact).Source, walk.Answer(fact).Because!.StartsWith("Traffic with the internet", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Reasons_for_every_issue_and_a_summary_where_nothing_matches()
    {
        var walk = await NetworkAsync("symptom=slow-setup os=ubuntu-18-04 peer=same-project cloud-nat=no");

        Assert.Equal(DiagnosisState.Fallback, walk.Diagnosis.State);
        Assert.Equal(["idle-tcp: symptom", "centos-delay: os", "sdn-delay: cloud-nat"], walk.RuledOut);
        var summary = TicketSummary.Write(walk.Diagnosis, new SummaryStamp("https://docs.example.org", "1a2b", new DateTimeOffset(2026, 11, 20, 14, 7, 0, TimeSpan.Zero)));
        Assert.Equal(
            """
            Network: no known issue matches
            https://docs.example.org/troubleshoot/network/result?symptom=slow-setup&os=ubuntu-18-04&peer=same-project&cloud-nat=no
            Edition 1a2b, written 2026-11-20 14:07 UTC

            RULED OUT
            - Idle TCP sessions being closed (symptom)
            - High TCP setup delay on CentOS (os)
            - High TCP setup delay (cloud-nat)

            ANSWERS
            - What goes wrong? Opening a TCP connection takes longer than 1 second (said)
            - Which operating system runs on the VM? Ubuntu 18.04 (said)
            - Where is the other end of the connection? A VM in the same OpenStack project (said)
            - Is there NAT on the side of OpenStack? No (said)

            """, summary);
    }

    [Fact]
    public async Task Changing_one_answer_asks_only_what_is_newly_needed()
    {
        var rules = await ShippedContent.TopicAsync("network");
        var answers = Answers.None.With("symptom", "slow-setup").With("os", "ubuntu-18-04").With("peer", "internet").With("os", "centos-7");

        Assert.Equal("vm-nat", rules.Next(answers)!.Id.Value);
        Assert.Equal("insert-failed", rules.Next(answers.With("vm-nat", "yes"))!.Id.Value);
        Assert.Null(rules.Next(answers.With("vm-nat", "no")));
        Assert.Contains("peer=internet", rules.Diagnose(answers).Canonical);
    }

    private static async Task<Walk> NetworkAsync(string answers, string? paste = null)
    {
        var walk = Walk.Of(await ShippedContent.TopicAsync("network"), answers, paste);
        Assert.True(walk.Asked.Length <= 7, "No walk asks more than seven questions.");
        return walk;
    }
}
