using System.Diagnostics;

namespace KnowledgeBase.Web.Tests;

/// <summary>
/// npm's <c>html-validate</c>, which <c>tests/run.sh</c> installs: the rules of the HTML standard, about elements, attributes and how they may be nested.
/// </summary>
internal sealed class HtmlValidator : IDisposable
{
    private const string Rules = """{ "root": true, "extends": ["html-validate:standard"] }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("knowledgebase-html-").FullName;
    private int _count;

    private static string Program => Path.Combine(Repository.Root, "artifacts", "node", "node_modules", "html-validate", "bin", "html-validate.mjs");

    /// <summary>Null where the validator is there, otherwise why it is not.</summary>
    public static string? Absence => File.Exists(Program) ? null : "html-validate is not installed, so that no page was validated; bash tests/run.sh installs it with npm.";

    /// <summary>Adds a page, under the address at which it stands.</summary>
    public void Add(string address, string html) => File.WriteAllText(Path.Combine(_folder, $"{++_count:d4} {string.Concat(address.Take(100)).Replace('/', '|')}.html"), html);

    /// <summary>What is wrong with the pages, a line each; empty for nothing.</summary>
    public async Task<string> ProblemsAsync()
    {
        var rules = Path.Combine(_folder, "rules.json");
        await File.WriteAllTextAsync(rules, Rules);
        using var process = Process.Start(new ProcessStartInfo("node", [Program, "--config", rules, "--formatter", "text", _folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : output + await errors;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
