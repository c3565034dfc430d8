using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Export;

namespace KnowledgeBase.Cli;

/// <summary>A way to print the diagnostics of a snapshot. A closed family.</summary>
internal abstract record CheckReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = ExportJson.Encoder };

    private CheckReport()
    {
    }

    public static CheckReport Of(string format) => format switch
    {
        "json" => new JsonReport(),
        "sarif" => new SarifReport(),
        "github" => new GithubReport(),
        _ => new TextReport(),
    };

    public abstract void Write(CompiledFolder compiled, TextWriter output);

    private static int Count(KnowledgeSnapshot snapshot, Severity severity) => snapshot.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);

    private static string Word(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };

    /// <summary><c>path:line:column: severity CODE message</c>, then the advice; colours on a terminal only.</summary>
    private sealed record TextReport : CheckReport
    {
        public override void Write(CompiledFolder compiled, TextWriter output)
        {
            var snapshot = compiled.Snapshot;
            var hasColour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
            foreach (var diagnostic in snapshot.Diagnostics)
            {
                var word = Word(diagnostic.Severity);
                output.WriteLine($"{diagnostic.Location}: {(hasColour ? $"{Colour(diagnostic.Severity)}{word}\e[0m" : word)} {diagnostic.Code.Id} {diagnostic.Message}");
                output.WriteLine($"    {diagnostic.Advice}");
            }
            output.WriteLine(
                $"{Plural(snapshot.Pages.Length, "page")}, {Plural(snapshot.Issues.Length, "known issue")}: "
                + $"{Plural(Count(snapshot, Severity.Error), "error")}, {Plural(Count(snapshot, Severity.Warning), "warning")}");
        }

        private static string Colour(Severity severity) => severity switch { Severity.Error => "\e[31m", Severity.Warning => "\e[33m", _ => "\e[36m" };

        private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
    }

    /// <summary>One JSON object: every diagnostic, and a summary.</summary>
    private sealed record JsonReport : CheckReport
    {
        public override void Write(CompiledFolder compiled, TextWriter output)
        {
            var snapshot = compiled.Snapshot;
            var report = new JsonObject
            {
                ["diagnostics"] = new JsonArray([.. snapshot.Diagnostics.Select(ToJson)]),
                ["summary"] = new JsonObject
                {
                    ["pages"] = snapshot.Pages.Length,
                    ["issues"] = snapshot.Issues.Length,
                    ["errors"] = Count(snapshot, Severity.Error),
                    ["warnings"] = Count(snapshot, Severity.Warning),
                },
            };
            output.WriteLine(report.ToJsonString(Indented));
        }

        private static JsonObject ToJson(Diagnostic diagnostic) => new()
        {
            ["file"] = diagnostic.Location.File,
            ["line"] = diagnostic.Location.Line,
            ["column"] = diagnostic.Location.Column,
            ["severity"] = Word(diagnostic.Severity),
            ["code"] = diagnostic.Code.Id,
            ["message"] = diagnostic.Message,
            ["advice"] = diagnostic.Advice,
        };
    }

    /// <summary>SARIF 2.1.0, which code hosts show beside the lines.</summary>
    private sealed record SarifReport : CheckReport
    {
        public override void Write(CompiledFolder compiled, TextWriter output)
        {
            var snapshot = compiled.Snapshot;
            var rules = snapshot.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct().OrderBy(code => code.Id, StringComparer.Ordinal)
                .Select(JsonNode (code) => new JsonObject { ["id"] = code.Id, ["help"] = new JsonObject { ["text"] = code.Advice } });
            var run = new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "KnowledgeBase", ["rules"] = new JsonArray([.. rules]) } },
                ["results"] = new JsonArray([.. snapshot.Diagnostics.Select(diagnostic => ToResult(diagnostic, compiled.PathOf(diagnostic.Location)))]),
            };
            var report = new JsonObject
            {
                ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
                ["version"] = "2.1.0",
                ["runs"] = new JsonArray(run),
            };
            output.WriteLine(report.ToJsonString(Indented));
        }

        private static JsonObject ToResult(Diagnostic diagnostic, string path) => new()
        {
            ["ruleId"] = diagnostic.Code.Id,
            ["level"] = diagnostic.Severity == Severity.Info ? "note" : Word(diagnostic.Severity),
            ["message"] = new JsonObject { ["text"] = $"{diagnostic.Message}. {diagnostic.Advice}" },
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal) },
                    ["region"] = new JsonObject { ["startLine"] = diagnostic.Location.Line, ["startColumn"] = diagnostic.Location.Column },
                },
            }),
        };
    }

    /// <summary>Workflow commands, which GitHub shows as annotations.</summary>
    private sealed record GithubReport : CheckReport
    {
        public override void Write(CompiledFolder compiled, TextWriter output)
        {
            var snapshot = compiled.Snapshot;
            foreach (var diagnostic in snapshot.Diagnostics)
            {
                var command = diagnostic.Severity == Severity.Info ? "notice" : Word(diagnostic.Severity);
                var (_, line, column) = diagnostic.Location;
                output.WriteLine($"::{command} file={Property(compiled.PathOf(diagnostic.Location))},line={line},col={column},title={diagnostic.Code.Id}::{Text($"{diagnostic.Message}. {diagnostic.Advice}")}");
            }
        }

        private static string Text(string text) =>
            text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

        private static string Property(string text) => Text(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
    }
}
