using CsCheck;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests;

public class DeterminismTests
{
    private static readonly TestSite Site = TestSite.With("01.home/docs.en.md", "---\ntitle: Home\n---\n[a](../02.a/docs.en.md#part) ![p](p.png)\n")
        .And("01.home/docs.de.md", "---\ntitle: Start\n---\n").And("01.home/default.en.md", "---\ntitle: Default\n---\n").And("01.home/frontmatter.yaml", "menu: M\n").And("01.home/p.png")
        .And("02.a/docs.en.md", "---\ntitle: A\nroutes:\n  aliases: [/x]\n---\n## Part\n\n**Problem:**\nOne\n\n**Solution:**\nTwo\n")
        .And("02.a/docs.fr.md", "---\ntitle: F\n---\n").And("02.a/01._m/docs.en.md", "---\ntitle: M\n---\nmodule\n")
        .And("02.b/docs.en.md", "---\ntitle: B\nslug: a\nroutes:\n  aliases: [/x]\n---\n[no](no)\n").And("03.empty/01.deep/docs.en.md", "---\ntitle: Deep\n---\n<b>x</b> <y>\n")
        .And("3.empty/docs.en.md", "---\ntitle: Three\n---\n").And("Z/docs.en.md", "---\ntitle: Z\n---\n").And("z/docs.en.md", "---\ntitle: z\n---\n")
        .And("config/site.yaml", "title: S\n").And("config/system.yaml", "languages:\n  supported: [en, de]\n").And("image://a.png").And("image://A.png");

    [Fact]
    public void The_order_in_which_files_are_found_changes_nothing()
    {
        var files = Site.Files;
        var (version, export, findings) = Outcome(files, threads: 1);

        Gen.Select(
            Gen.Shuffle(files.Folders.ToArray()), Gen.Shuffle(files.Sources.ToArray()), Gen.Shuffle(files.Media.ToArray()), Gen.Shuffle(files.Configuration.ToArray()), Gen.Int[1, 8])
        .Sample(
            (folders, sources, media, configuration, threads) =>
            {
                var other = Outcome(new ContentFiles { Folders = [.. folders], Sources = [.. sources], Media = [.. media], Configuration = [.. configuration], Diagnostics = [] }, threads);

                Assert.Equal(export, other.Export);
                Assert.Equal(findings, other.Findings);
                Assert.Equal(version, other.Version);
            }, iter: 300);
    }

    [Fact]
    public void Building_twice_gives_the_same_bytes() => Assert.Equal(Outcome(Site.Files, 1), Outcome(Site.Files, 8));

    [Fact]
    public void The_version_changes_with_any_file()
    {
        var version = TestSite.WithBody("Text\n").Build().Version;

        Assert.NotEqual(version, TestSite.WithBody("Text \n").Build().Version);
        Assert.NotEqual(version, TestSite.WithBody("Text\n").And("02.page/p.png").Build().Version);
        Assert.NotEqual(version, TestSite.WithBody("Text\n").And("config/site.yaml", "").Build().Version);
        Assert.NotEqual(version, TestSite.WithBody("Text\n").And("04.folder/x.txt").Build().Version);
        Assert.Equal(version, TestSite.WithBody("Text\n").Build().Version);
    }

    [Fact]
    public async Task The_version_is_the_same_on_disk_as_in_memory()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", "---\ntitle: Home\n---\n").And("pages/02.page/default.md", "---\ntitle: Page\n---\nText\n");

        Assert.Equal(TestSite.WithBody("Text\n").Build().Version, (await folder.BuildAsync()).Version);
    }

    private static (string Version, string Export, string Findings) Outcome(ContentFiles files, int threads)
    {
        var snapshot = new KnowledgeBuilder(new BuildOptions { Threads = threads, ColoursCode = false }).Build(files);
        return (snapshot.Version, snapshot.Export(), string.Join('\n', snapshot.Diagnostics.Select(diagnostic => diagnostic.ToString())));
    }
}
