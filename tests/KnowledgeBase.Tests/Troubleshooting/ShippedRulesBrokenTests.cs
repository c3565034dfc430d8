using System.Collections.Immutable;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>One mistake in the shipped rules, and the words in which <c>check</c> tells it: file, line, column, what is wrong and what was meant.</summary>
public class ShippedRulesBrokenTests
{
    private const string Folder = "04.reference/08.network/03.known-issues/";
    private const string Rules = Folder + "wizard.yaml";
    private const string Page = Folder + "docs.en.md";
    private const string Facts = "wizard/facts.yaml";
    private const string Scenarios = "wizard/scenarios.yaml";

    private const string OpenedBy =
        """
        - name: The other side opened the connection
          answers: {symptom: idle-drop, idle-time: over-60s, opened-by: outside}
          expect: {matches: [], possible: [], ruled_out: {idle-tcp: opened-by}}
        - name: Nobody knows who opened the connection
          answers: {symptom: idle-drop, idle-time: over-60s}
          expect: {matches: [], possible: [idle-tcp]}

        """;

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { Rules, "idle-time: over-60s", "idle-tme: over-60s", "wizard.yaml:6:32 KB301 Unknown fact 'idle-tme' in issue 'idle-tcp' — did you mean 'idle-time'?" },
        { Rules, "os: centos-7", "os: centos7", "wizard.yaml:17:37 KB302 'centos7' is not an option of 'os' (centos-7, ubuntu-18-04, other-linux, other) — did you mean 'centos-7'?" },
        { Facts, "cloud-nat: 'yes'", "cloud-nat: yes", "facts.yaml:167:23 KB303 The option 'yes' was read as a boolean; write 'yes' in quotes" },
        { Rules, "cloud-nat: 'yes', sg-mutual: 'no'}", "peer: internet, cloud-nat: 'no'}", "wizard.yaml:20:3 KB304 Issue 'sdn-delay' can never match: peer: internet implies cloud-nat: yes (facts.yaml:166), but the issue needs cloud-nat: no" },
        { Rules, "when: {app-keepalive: kernel-timed,", "when: {symptom: slow-setup, app-keepalive: kernel-timed,", "wizard.yaml:11:7 KB305 Solution 'kernel-keepalive' of 'idle-tcp' can never be shown: it needs symptom: slow-setup, the issue needs symptom: idle-drop" },
        { Facts, "fallback: {title: No known issue matches, body: fallback.md, contact: support}", "", "facts.yaml:1:1 KB306 There is no fallback: 1 example that would end nowhere: storage-symptom = other" },
        { Page, "- Set the keepalive timing", "- Choose the keepalive timing", "wizard.yaml:12:15 KB307 The text of solution 'kernel-keepalive', \"Set the keepalive timing in the kernel of the VM\", matches 0 bullets under #idle-tcp-sessions-being-closed in docs.en.md (was the page edited?)" },
        { Rules, "      sg-return-rule: {text: Fix the range of source ports and allow it}\n", "", "wizard.yaml:4:3 KB308 Bullet 1 of 4 under #idle-tcp-sessions-being-closed in docs.en.md has no entry in the solutions of 'idle-tcp'" },
        { Rules, "    no_solution: true\n", "    no_solution: true\n    solutions: {more: {text: There is}}\n", "wizard.yaml:20:3 KB310 Issue 'sdn-delay' says no_solution: true and has solutions" },
        { Rules, "cloud-nat: 'yes', sg-mutual: 'no'}", "os: centos-7, vm-nat: 'yes', insert-failed: increasing}", "wizard.yaml:20:3 KB311 Issue 'centos-delay' and issue 'sdn-delay' have the same condition; a user can never tell them apart — merge them or add a fact" },
        { Rules, "topic: network", "topic: network\nexhaustive: true", "facts.yaml:3:3 KB312 Topic 'network' is exhaustive but not covered, e.g. symptom = other" },
        { Facts, "implies:\n", "implies:\n  - {if: {peer: internet}, then: {vm-nat: 'yes'}, because: So}\n  - {if: {vm-nat: 'yes'}, then: {peer: same-project}, because: So}\n", "facts.yaml:167:5 KB313 The implications empty 'peer' for peer = internet" },
        { Facts, "      - {paste: net.ipv4.tcp_keepalive_time = unset, reads: {}}\n", "", "facts.yaml:229:3 KB314 Evidence 'keepalive-sysctl' has no failing example" },
        { Facts, "'S3 error: (?<status>[0-9]{3})'", "'(?<=S3 error: )(?<status>[0-9]{3})'", "facts.yaml:241:14 KB315 The pattern of evidence 's3-error' uses a look-around, a back-reference or too many repetitions, not allowed with RegexOptions.NonBacktracking" },
        { Scenarios, "idle-time: up-to-60s}\n  expect: {matches: []", "idle-time: under-60s}\n  expect: {matches: []", "scenarios.yaml:27:3 KB316 Scenario 'Quiet for less than a minute': expected outcome fallback, got possible idle-tcp because idle-time was not read (unknown answer id 'under-60s')" },
        { Rules, "    anchor: high-tcp-setup-delay-on-centos", "    ancor: high-tcp-setup-delay-on-centos", "wizard.yaml:16:5 KB317 'ancor' is not a key of issue 'centos-delay' — did you mean 'anchor'?" },
        { Rules, "anchor: high-tcp-setup-delay-on-centos", "anchor: high-tcp-setup-delay-on-cent", "wizard.yaml:16:13 KB318 Issue 'centos-delay' names the anchor 'high-tcp-setup-delay-on-cent', which is no known issue of docs.en.md — did you mean 'high-tcp-setup-delay-on-centos'?" },
        { Facts, "facts:\n", "facts:\n  region:\n    ask: Where is it?\n    options: {north: North, south: South}\n", "facts.yaml:7:3 KB320 Question 'region' is never needed: no condition mentions it" },
        { Rules, "cloud-nat: 'yes', sg-mutual: 'no'}", "any: [{cloud-nat: 'yes', sg-mutual: 'no'}, {cloud-nat: 'yes', sg-mutual: 'yes'}]}", "wizard.yaml:22:76 KB321 Cubes 1 and 2 of 'sdn-delay' together ignore 'sg-mutual'; merge them" },
        { Facts, "    evidence: os-release\n    similar: ok\n", "    evidence: os-release\n", "facts.yaml:28:3 KB322 Options ubuntu-18-04, other-linux, other of 'os' behave alike everywhere; merge them or set similar: ok" },
        { Rules, "cloud-nat: 'yes', sg-mutual: 'no'}", "os: centos-7}", "wizard.yaml:15:3 KB323 'centos-delay' ⇒ 'sdn-delay': whoever gets the first always gets the second; add specific_to: or ignore" },
        { Rules, "topic: network", "topic: network\nmax_questions: 2", "wizard.yaml:5:3 KB324 The longest interview to 'idle-tcp' is 3 questions, limit 2" },
        { Scenarios, OpenedBy, "", "wizard.yaml:6:53 KB325 The line 'opened-by: cloud-vm' of 'idle-tcp' is protected by no scenario" },
        { Scenarios, OpenedBy, "", "wizard.yaml:4:3 KB326 No scenario reaches 'idle-tcp' through an unknown answer" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_told_where_it_is_and_what_was_meant(string path, string from, string to, string told)
    {
        var files = await Shipped.Value;
        var broken = files with { Wizard = Changed(files.Wizard, path, from, to), Sources = Changed(files.Sources, path, from, to) };

        var found = new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(broken, TestContext.Current.CancellationToken).Diagnostics;

        Assert.Contains(told, found.Select(diagnostic => $"{diagnostic.Location.ToString().Split('/')[^1]} {diagnostic.Code.Id} {diagnostic.Message}"));
        Assert.All(found, diagnostic => Assert.EndsWith(".", diagnostic.Advice));
    }

    [Fact]
    public async Task A_solution_that_lost_its_bullet_is_not_taken_for_a_question_that_nobody_needs()
    {
        var files = await Shipped.Value;
        var broken = files with { Sources = Changed(files.Sources, Page, "- Set the keepalive timing", "- Choose the keepalive timing") };

        Assert.Equal(["KB307", "KB308", "KB318"], new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(broken, TestContext.Current.CancellationToken).Codes().Distinct().Order());
    }

    private static readonly Lazy<Task<ContentFiles>> Shipped = new(() => ContentFolder.Open(Path.Combine(Repository.Root, "content")).ReadAsync());

    private static ImmutableArray<SourceFile> Changed(ImmutableArray<SourceFile> files, string path, string from, string to)
    {
        var at = files.FirstOrDefault(file => file.Path == path);
        if (at is null)
            return files;
        var place = at.Text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{path} has no '{from}' any more.");
        return files.Replace(at, new SourceFile(path, string.Concat(at.Text.AsSpan(0, place), to, at.Text.AsSpan(place + from.Length))));
    }
}
