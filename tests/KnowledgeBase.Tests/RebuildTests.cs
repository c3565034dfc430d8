using CsCheck;
using KnowledgeBase.Content;
using KnowledgeBase.Tests.Troubleshooting;

namespace KnowledgeBase.Tests;

/// <summary>A builder that keeps pages gives what a fresh one gives, whatever was edited in between.</summary>
public class RebuildTests
{
    private static readonly string[] Paths =
    [
        "01.home/default.md", "02.a/default.md", "02.a/01.b/default.md", "02.a/01.b/frontmatter.yaml", "02.a/_part/default.md", "03.c/default.md", "03.c/pic.png", "04.d/default.md",
        "config/site.yaml", "config/system.yaml",
    ];

    private static readonly string[] Headers =
    [
        "", "---\ntitle: One\n---\n", "---\ntitle: Two\nslug: other\n---\n", "---\npublished: false\n---\n", "---\ntitle: Three\nroutes:\n  aliases: [/c, /old]\n---\n", "---\ntitle: not closed\n", "---\r\ntitle: CR\r\n---\r\n",
        "---\ntitle: Four\nmenu: M\ntaxonomy:\n  tag: [x]\n---\n", "---\ntitle: Five\nredirect: /other\n---\n", "---\ntitle: Six\nroutable: false\n---\n", "---\ntitle: Seven\nvisible: false\nroutes:\n  canonical: /d\n---\n",
    ];

    private static readonly string[] Bodies =
    [
        "Text.\n", "## Part\n\nText.\n", "[a](../02.a#part) [c](/c) [d](/other#part)\n", "![p](../03.c/pic.png) ![q](pic.png)\n", "# Part\n\n<b onclick=x>raw</b> [part](#part)\n",
        "## It fails\n\n**Problem:**\nIt does. [a](/a#Part)\n\n**Solutions:**\n\n* One\n* Two\n", "## Code\n\n```bash\nls -l\n```\n", "[x](/old#it-fails--2)\n", "---\ntitle: below\n---\n",
    ];

    private static readonly Gen<(string Path, string? Text)> Edit = Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Int[0, Headers.Length - 1], Gen.Int[0, Bodies.Length - 1], Gen.Int[0, 5])
        .Select((path, header, body, kind) => (Paths[path], kind == 0 ? null : Paths[path].EndsWith(".yaml", StringComparison.Ordinal) ? Bodies[body].Length % 2 == 0 ? "title: S\n" : "menu: M\n" : Headers[header] + Bodies[body]));

    [Fact]
    public void A_rebuild_gives_what_a_fresh_build_gives()
    {
        var start = Paths.Where(path => !path.StartsWith("config", StringComparison.Ordinal)).Select((path, index) => (path, (string?)(Headers[1] + Bodies[index % Bodies.Length])));
        Edit.Array[1, 12].Sample(
            edits =>
            {
                var builder = new KnowledgeBuilder(new BuildOptions { KeepsPages = true, ColoursCode = false });
                var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
                foreach (var (path, text) in start.Concat(edits))
                {
                    files.Remove(path);
                    if (text is not null)
                        files.Add(path, text);
                    Assert.Equal(Outcome(new KnowledgeBuilder(new BuildOptions { ColoursCode = false }), files), Outcome(builder, files));
                }
            }, iter: 100);
    }

    [Fact]
    public void A_page_that_nobody_edited_is_the_same_object_as_before()
    {
        var builder = new KnowledgeBuilder(new BuildOptions { KeepsPages = true });
        var before = builder.Build(TestSite.WithBody("One\n").Files, TestContext.Current.CancellationToken);

        var after = builder.Build(TestSite.WithBody("Two\n").Files, TestContext.Current.CancellationToken);

        Assert.Same(before.PageOf("01.home/default.md"), after.PageOf("01.home/default.md"));
        Assert.Contains("Two", after.Html());
    }

    [Fact]
    public void A_new_title_makes_one_page_anew()
    {
        var builder = new KnowledgeBuilder(new BuildOptions { KeepsPages = true });
        var before = builder.Build(TestSite.WithBody("Text\n", "title: One").Files, TestContext.Current.CancellationToken);

        var after = builder.Build(TestSite.WithBody("Text\n", "title: Two").Files, TestContext.Current.CancellationToken);

        Assert.Same(before.PageOf("01.home/default.md"), after.PageOf("01.home/default.md"));
        Assert.Equal("Two", after.BodyPage().Title);
    }

    [Fact]
    public void A_page_is_published_when_its_day_comes_though_no_file_changes()
    {
        var clock = new Clock { Now = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero) };
        var builder = new KnowledgeBuilder(new BuildOptions { KeepsPages = true, Clock = clock });
        var files = TestSite.WithBody("Text\n", "title: Page\npublish_date: '2024-05-02'").Files;
        Assert.False(builder.Build(files, TestContext.Current.CancellationToken).BodyPage().IsRoutable);

        clock.Now = clock.Now.AddDays(2);

        Assert.True(builder.Build(files, TestContext.Current.CancellationToken).BodyPage().IsRoutable);
    }

    /// <summary>Proofs of the wizard's rules are kept too, as long as nothing changes that they are about.</summary>
    [Fact]
    public void A_rebuild_says_of_the_rules_what_a_fresh_build_says()
    {
        string[] facts = [RuleSite.Facts, RuleSite.Facts.Replace("cold: Cold", "cold: Cold, mild: Mild"), RuleSite.Facts + "implies: [{if: {symptom: freeze}, then: {room: cold}, because: So it is}]\n"];
        string[] rules = [RuleSite.Rules, RuleSite.Rules.Replace("room: hot", "room: [hot, cold]"), RuleSite.Rules.Replace("Cool the room", "Clean it")];
        string[] pages = [RuleSite.Page, RuleSite.Page + "\nMore.\n", RuleSite.Page.Replace("Cool the room.", "Heat the room."), RuleSite.Page.Replace("Cool the room.", "Clean it."), RuleSite.Page.Replace("title: Computers", "published: false"), RuleSite.Page.Replace("## Computer freezes", "## Freezes")];
        string[] scenarios = ["[]\n", "- {name: cold, answers: {symptom: freeze, room: cold}, expect: {outcome: fallback}}\n", "- {name: cold, answers: {symptom: freeze, room: cold}, expect: {matches: [freezes]}}\n"];
        var found = new HashSet<string>();
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 2]).Array[1, 12].Sample(
            edits =>
            {
                var builder = new KnowledgeBuilder(new BuildOptions { KeepsPages = true, ColoursCode = false });
                foreach (var (fact, rule, page, scenario) in edits)
                {
                    var files = RuleSite.With(facts[fact], rules[rule], pages[page]).And("wizard/scenarios.yaml", scenarios[scenario]).Files;
                    var fresh = new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(files, TestContext.Current.CancellationToken);
                    Assert.Equal(fresh.Diagnostics, builder.Build(files, TestContext.Current.CancellationToken).Diagnostics);
                    lock (found)
                        found.UnionWith(fresh.Codes());
                }
            }, iter: 40);
        Assert.Superset(new HashSet<string> { "KB304", "KB307", "KB316", "KB322", "KB325" }, found);
    }

    private static string Outcome(KnowledgeBuilder builder, SortedDictionary<string, string> files)
    {
        var site = new TestSite();
        foreach (var (path, text) in files)
            site.And(path, text);
        var snapshot = builder.Build(site.Files);
        return snapshot.Export() + string.Join('\n', snapshot.Diagnostics) + string.Join('\n', snapshot.PartsByFile.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
