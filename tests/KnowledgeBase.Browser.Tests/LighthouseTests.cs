using System.Diagnostics;
using System.Text.Json;

namespace KnowledgeBase.Browser.Tests;

/// <summary>What Lighthouse says of the site on a slow phone; its reports are kept in <c>artifacts/lighthouse</c>. <c>tests/lighthouse.sh</c> runs it alone.</summary>
[Collection(Undisturbed.Name)]
public class LighthouseTests(PublishedSite site)
{
    // Its clock is the machine's: while other work runs, a page seems slow. A page that is good is good at least once.
    private const int Tries = 3;

    private static readonly string Program = Path.Combine(Repository.Root, "artifacts", "node", "node_modules", "lighthouse", "cli", "index.js");

    [Theory]
    [InlineData("home", "/")]
    [InlineData("article", PageTypes.Article)]
    [InlineData("known-issues", PageTypes.KnownIssues)]
    public async Task A_page_is_fast_accessible_sound_and_easy_to_find(string name, string route)
    {
        Assert.SkipUnless(File.Exists(Program), "Lighthouse is not installed, so that no page was measured; bash tests/run.sh installs it with npm.");
        var report = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "lighthouse")).FullName, name + ".json");
        var scores = "";
        for (var tries = 0; tries < Tries && !IsPerfect(scores); tries++)
            scores = await MeasureAsync(new Uri(site.Address, route), report);

        Assert.True(IsPerfect(scores), $"{scores}; {report} says why.");
    }

    private static bool IsPerfect(string scores) => scores == "performance 100, accessibility 100, best-practices 100, seo 100";

    private static async Task<string> MeasureAsync(Uri page, string report)
    {
        string[] arguments = [Program, page.ToString(), "--output=json", $"--output-path={report}", "--quiet", "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic"];
        var command = new ProcessStartInfo("node", arguments) { RedirectStandardError = true };
        command.Environment["CHROME_PATH"] = Browser.ExecutablePath;
        using var process = Process.Start(command)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            return errors;
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        return string.Join(", ", json.RootElement.GetProperty("categories").EnumerateObject().Select(category => $"{category.Name} {Math.Round(category.Value.GetProperty("score").GetDouble() * 100)}"));
    }
}
