using System.Diagnostics;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Export;

namespace KnowledgeBase.Tests.Corpora;

/// <summary>Real documentation, where it is at hand: beside the repository, or where KNOWLEDGEBASE_CORPORA says.</summary>
public class CorpusTests
{
    private static readonly string Corpora = Environment.GetEnvironmentVariable("KNOWLEDGEBASE_CORPORA") ?? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpora"));

    private static string Corpus(string name)
    {
        var folder = Path.Combine(Corpora, name);
        Assert.SkipUnless(Directory.Exists(folder), "The corpora are not here; KNOWLEDGEBASE_CORPORA says where.");
        return folder;
    }

    private static async Task<KnowledgeSnapshot> BuildAsync(string folder) =>
        new KnowledgeBuilder().Build(await ContentFolder.Open(folder).ReadAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("stack")]
    [InlineData("probe")]
    public async Task The_export_is_what_Grav_makes_of_the_same_files(string name)
    {
        var folder = Corpus(name);
        var parity = Path.Combine(Corpora, "..", "checks", "grav-parity");
        Assert.SkipUnless(File.Exists(parity), "The comparison is not here.");
        using var temporary = new TemporaryFolder();
        await using (var output = File.Create(temporary["export.json"]))
            ExportDocument.Write(await BuildAsync(folder), output);

        using var process = StartPython([parity, temporary["export.json"], Path.Combine(Corpora, name + "-golden")]);
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, printed);
    }

    [Fact]
    public async Task Every_date_is_read_as_it_was_meant()
    {
        using var vectors = await ReadAsync("dates.json");
        var dates = new GravDateReader("d-m-Y H:i");

        Assert.All(vectors.RootElement.GetProperty("vectors").EnumerateArray().ToArray(), vector =>
        {
            var expected = vector.GetProperty("iso").GetString();
            var date = dates.Read(vector.GetProperty("raw").GetString()!);

            Assert.Equal(expected is null ? null : expected[..19], date?.Value.ToString("s"));
            Assert.Equal(vector.GetProperty("ambiguous").GetBoolean(), date?.IsAmbiguous ?? false);
        });
    }

    [Fact]
    public async Task Every_heading_gets_the_id_that_links_to_it_use()
    {
        using var vectors = await ReadAsync("slugs.json");

        Assert.All(vectors.RootElement.GetProperty("slugs").EnumerateArray().ToArray(), vector =>
            Assert.Equal(vector.GetProperty("slug").GetString(), HeadingSlug.Of(vector.GetProperty("text").GetString()!)));
    }

    [Fact]
    public async Task Equal_headings_are_numbered_as_links_to_them_expect()
    {
        using var vectors = await ReadAsync("slugs.json");
        var sequence = vectors.RootElement.GetProperty("sequence");
        var ids = new HeadingIds();

        Assert.Equal(
            sequence.GetProperty("ids").EnumerateArray().Select(id => id.GetString()),
            sequence.GetProperty("headings").EnumerateArray().Select(heading => ids.Take(heading.GetString()!)));
    }

    [Fact]
    public async Task A_large_and_nasty_handbook_is_built_whole_and_every_finding_can_be_acted_upon()
    {
        var folder = Corpus("learn");

        var snapshot = await BuildAsync(folder);

        string[] suffixes = [".17.md", ".16.md", ".15.md", ".md"];
        var folders = Directory.GetFiles(Path.Combine(folder, "pages"), "*.md", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is var name && suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal) && !name[..^suffix.Length].Contains('.')))
            .Select(Path.GetDirectoryName).Distinct().Count();
        Assert.Equal(folders, snapshot.Pages.Length);
        Assert.All(snapshot.Diagnostics, diagnostic =>
        {
            Assert.True(diagnostic.Location is { Line: >= 1, Column: >= 1 } && diagnostic.Location.File.Length > 0, diagnostic.ToString());
            Assert.NotEmpty(diagnostic.Message);
            Assert.NotEmpty(diagnostic.Advice);
        });
        Assert.All(snapshot.Pages, page => Assert.Equal([], Content.Markdown.SafeHtml.Harms(page.Html)));
    }

    private static async Task<JsonDocument> ReadAsync(string name)
    {
        var golden = Corpus("stack-golden");
        return JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(golden, name), TestContext.Current.CancellationToken));
    }

    private static Process StartPython(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3.");
            throw;
        }
    }
}
