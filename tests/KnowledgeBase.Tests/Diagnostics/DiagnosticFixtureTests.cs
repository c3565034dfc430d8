using System.Text.RegularExpressions;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Tests.Diagnostics;

public partial class DiagnosticFixtureTests
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Diagnostics");

    /// <summary>Codes whose mistake cannot lie in a repository: <see cref="UnreadableFileTests"/> makes it, and <c>CheckTests</c> makes the last.</summary>
    private static readonly string[] MadeAtRunTime = ["KB101", "KB102", "KB106", "KB328"];

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Fixtures).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_folder_with_one_mistake_is_told_exactly_that(string name)
    {
        var folder = Path.Combine(Fixtures, name);
        var expected = (await File.ReadAllTextAsync(Path.Combine(folder, "expected.txt"), TestContext.Current.CancellationToken)).Trim();

        var files = await ContentFolder.Open(folder).ReadAsync(TestContext.Current.CancellationToken);
        var snapshot = new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(files, TestContext.Current.CancellationToken);

        Assert.Equal([expected], snapshot.Findings());
        Assert.EndsWith(name[..5], expected);
    }

    [Fact]
    public void Every_code_has_a_fixture()
    {
        var shown = Names.Select(row => row.Data[..5]).Concat(MadeAtRunTime).ToHashSet();

        Assert.Equal([], DiagnosticCodes.All.Select(code => code.Id).Where(id => !shown.Contains(id)));
    }

    [Fact]
    public void Every_code_stands_in_the_table_of_the_map()
    {
        var map = Path.Combine(Repository.Root, "src", "README.md");
        Assert.SkipUnless(File.Exists(map), "There is no src/README.md yet.");

        var table = File.ReadAllText(map);

        Assert.Equal([], DiagnosticCodes.All.Select(code => code.Id).Where(id => !table.Contains(id, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_code_has_a_number_of_its_own_and_advice_in_one_sentence()
    {
        Assert.Equal(DiagnosticCodes.All.Length, DiagnosticCodes.All.Select(code => code.Id).Distinct().Count());
        Assert.All(DiagnosticCodes.All, code => Assert.Matches(Sentence(), code.Advice));
        Assert.All(DiagnosticCodes.All, code => Assert.Matches(Id(), code.Id));
    }

    [Fact]
    public void Findings_are_sorted_by_file_and_line()
    {
        var snapshot = TestSite.With("02.b/default.md", "---\ntitle: B\n---\n[x](no)\n\n[y](no)\n").And("01.a/default.md", "---\ntitle: A\n---\n[z](no)\n").Build();

        Assert.Equal(["01.a/default.md:4 KB140", "02.b/default.md:4 KB140", "02.b/default.md:6 KB140"], snapshot.Findings());
    }

    [Fact]
    public void A_finding_names_the_column_and_says_what_to_do()
    {
        var finding = Assert.Single(TestSite.WithBody("See [x](no).\n").Build().Diagnostics);

        Assert.Equal(("02.page/default.md:4:5", Severity.Error), (finding.Location.ToString(), finding.Severity));
        Assert.Equal("Link to the page's file, or to its route beginning with '/'.", finding.Advice);
    }

    [GeneratedRegex(@"^[A-Z'].+\.$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^KB[1-4]\d\d$")]
    private static partial Regex Id();
}
