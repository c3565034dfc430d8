using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Cli;

/// <summary>The program as a shell runs it.</summary>
public partial class CommandLineTests
{
    private const string Home = "---\ntitle: Home\n---\n";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "KnowledgeBase.Cli.dll");

    [Fact]
    public async Task Check_of_a_folder_without_mistakes_ends_with_0()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home);

        Assert.Equal(new Run(0, "1 page, 0 known issues: 0 errors, 0 warnings\n", ""), await RunAsync("check", folder.Path, "--strict"));
    }

    [Fact]
    public async Task Check_prints_place_kind_sentence_and_advice()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home + "\nSee [x](no).\n");

        var run = await RunAsync("check", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            01.home/default.md:5:5: error KB140 The link 'no' leads to no page or file
                Link to the page's file, or to its route beginning with '/'.
            1 page, 0 known issues: 1 error, 0 warnings

            """, run.Output);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("--strict", 1)]
    public async Task Warnings_are_findings_only_when_asked_to_be_strict(string option, int exitCode)
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", "---\ntitle: Home\ndate: soon\n---\n");

        Assert.Equal(exitCode, (await RunAsync([.. new[] { "check", folder.Path, option }.Where(argument => argument.Length > 0)])).ExitCode);
    }

    [Fact]
    public async Task Check_as_JSON_lists_diagnostics_and_a_summary()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home + "\nSee [x](no).\n");

        var run = await RunAsync("check", folder.Path, "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var diagnostic = Assert.Single(json.RootElement.GetProperty("diagnostics").EnumerateArray().ToArray());
        Assert.Equal(["file", "line", "column", "severity", "code", "message", "advice"], diagnostic.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("01.home/default.md", 5, 5, "error", "KB140"), (diagnostic.GetProperty("file").GetString(), diagnostic.GetProperty("line").GetInt32(), diagnostic.GetProperty("column").GetInt32(), diagnostic.GetProperty("severity").GetString(), diagnostic.GetProperty("code").GetString()));
        Assert.Equal("""{"pages":1,"issues":0,"errors":1,"warnings":0}""", JsonSerializer.Serialize(json.RootElement.GetProperty("summary")));
    }

    [Fact]
    public async Task Check_as_SARIF_names_rule_level_and_place()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/a page.txt", "x").And("pages/01.home/default.md", Home + "\nSee [x](no).\n");

        using var json = JsonDocument.Parse((await RunAsync("check", folder.Path, "--format", "sarif")).Output);

        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = json.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        Assert.Equal(("KB140", "error"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
        Assert.Equal("KB140", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("01.home/default.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(5, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public async Task Check_for_GitHub_prints_workflow_commands()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home + "\nSee [x](100%).\n");

        Assert.StartsWith("::error file=01.home/default.md,line=5,col=5,title=KB140::The link '100%25' leads to no page or file.", (await RunAsync("check", folder.Path, "--format", "github")).Output);
    }

    [Fact]
    public async Task Export_prints_one_JSON_document_whatever_the_findings()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home + "\nSee [x](no).\n");

        var run = await RunAsync("export", folder.Path);

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["version", "pages", "issues"], json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("/", json.RootElement.GetProperty("pages")[0].GetProperty("route").GetString());
    }

    [Fact]
    public async Task Export_of_an_empty_folder_is_an_empty_knowledge_base()
    {
        using var folder = new TemporaryFolder();

        var run = await RunAsync("export", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("""^\{"version":"[0-9a-f]{16}","pages":\[\],"issues":\[\]\}$""", run.Output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("export")]
    [InlineData("scenarios")]
    public async Task A_folder_that_is_not_there_is_one_sentence_and_2(string verb) =>
        Assert.Equal(new Run(2, "", "error: There is no folder 'no-such-folder'.\n"), await RunAsync(verb, "no-such-folder"));

    [Fact]
    public async Task A_file_in_place_of_a_folder_is_one_sentence_and_2()
    {
        using var folder = new TemporaryFolder().And("a.md", "x");

        Assert.Equal(new Run(2, "", $"error: '{folder["a.md"]}' is a file, not a folder.\n"), await RunAsync("check", folder["a.md"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("check")]
    [InlineData("dance")]
    [InlineData("check . --format xml")]
    [InlineData("check . --loud")]
    [InlineData("export a b")]
    public async Task Wrong_usage_is_told_on_standard_error_with_2(string arguments)
    {
        var run = await RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Output + run.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("export --help")]
    [InlineData("scenarios --help")]
    [InlineData("diff --help")]
    public async Task Help_shows_an_example(string arguments)
    {
        var run = await RunAsync(arguments.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"Example:\s+dotnet run --project src/KnowledgeBase.Cli -- \w+ content", run.Output);
    }

    [Fact]
    public async Task Redirected_output_has_no_colours()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", Home + "[x](no)\n");

        var run = await RunAsync("check", folder.Path);

        Assert.DoesNotContain('\e', run.Output + run.Error);
    }

    [Fact]
    public async Task Scenarios_of_the_shipped_content_pass_and_protect_every_line()
    {
        var run = await RunAsync("scenarios", Path.Combine(Repository.Root, "content"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("ok    Ubuntu and the internet", run.Output);
        Assert.Contains("Lines of conditions protected: 14 of 14", run.Output);
        Assert.DoesNotContain("not protected:", run.Output);
    }

    [Fact]
    public async Task A_scenario_that_fails_is_told_with_what_differs_and_1()
    {
        using var folder = new TemporaryFolder();
        Copy(Path.Combine(Repository.Root, "content"), folder);
        folder.And("wizard/scenarios.yaml", "- {name: wrong, answers: {symptom: idle-drop, idle-time: up-to-60s}, expect: {outcome: match}}\n"u8.ToArray());

        var run = await RunAsync("scenarios", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FAIL  wrong (wizard/scenarios.yaml:1)\n        expected outcome match, got fallback\n", run.Output);
    }

    [Fact]
    public async Task Diff_tells_which_answers_lead_elsewhere_with_an_example()
    {
        using var folder = new TemporaryFolder();
        Copy(Path.Combine(Repository.Root, "content"), folder);
        const string rules = "pages/04.reference/08.network/03.known-issues/wizard.yaml";
        folder.And(rules, (await File.ReadAllTextAsync(folder[rules], TestContext.Current.CancellationToken)).Replace("idle-time: over-60s, ", "", StringComparison.Ordinal));

        Assert.Equal(new Run(0, "No answers lead elsewhere.\n", ""), await RunAsync("diff", folder.Path, folder.Path));
        var run = await RunAsync("diff", Path.Combine(Repository.Root, "content"), folder.Path);
        Assert.Equal((1, "network: issue 'idle-tcp' now matches, e.g. symptom = idle-drop, opened-by = cloud-vm, idle-time = up-to-60s\n"), (run.ExitCode, run.Output));
    }

    private static void Copy(string source, TemporaryFolder target)
    {
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
            target.And(Path.GetRelativePath(source, file), File.ReadAllBytes(file));
    }

    [Fact]
    public async Task The_shipped_content_has_no_findings_that_matter() =>
        Assert.Equal(0, (await RunAsync("check", Path.Combine(Repository.Root, "content"), "--strict")).ExitCode);

    private static async Task<Run> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Run(process.ExitCode, LineEnds().Replace(await output, "\n"), Progress().Replace(LineEnds().Replace(await error, "\n"), ""));
    }

    private sealed record Run(int ExitCode, string Output, string Error);

    /// <summary>What a slow machine is told meanwhile.</summary>
    [GeneratedRegex(@"^.* …\n", RegexOptions.Multiline)]
    private static partial Regex Progress();

    [GeneratedRegex(@"\r\n")]
    private static partial Regex LineEnds();
}
