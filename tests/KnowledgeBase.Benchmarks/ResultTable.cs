using System.Globalization;
using System.Text.Json;

namespace KnowledgeBase.Benchmarks;

/// <summary>The measurements of `tests/bench.sh` as one table: goal, measured, spread, and the command that gave it.</summary>
internal static class ResultTable
{
    private const string Unknown = "not measured";

    private sealed record Row(string What, string Goal, string Measured, string Spread, string Command);

    /// <param name="folder">Where the measurements lie, as JSON.</param>
    public static void Print(string folder)
    {
        Row[] rows = [.. Serve(folder, "serve", "page, "), .. Serve(folder, "api", "list of pages of the API, "), .. Start(folder), .. Latency(folder), .. Growth(folder)];
        Console.WriteLine("| what | goal | measured | spread | command |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var row in rows)
            Console.WriteLine($"| {row.What} | {row.Goal} | {row.Measured} | {row.Spread} | {row.Command} |");
    }

    private static IEnumerable<Row> Serve(string folder, string file, string what)
    {
        if (Read(folder, file) is not { } json)
            return [new Row($"{what}compared with nginx", "≥ 1.0 ×", Unknown, "", "`serve-vs-nginx`")];
        return json.GetProperty("runs").EnumerateArray().Select(run =>
        {
            var encoding = run.GetProperty("encoding").GetString()!;
            var (product, nginx) = (run.GetProperty("median").GetProperty("product"), run.GetProperty("median").GetProperty("nginx"));
            var cost = product.GetProperty("cpuUsPerRequest").GetDouble() / nginx.GetProperty("cpuUsPerRequest").GetDouble();
            return new Row($"{what}{encoding}, {run.GetProperty("connections")} connections", file == "api" || encoding == "gzip" ? "≥ 0.95 × nginx" : "≥ 1.0 × nginx",
                Text($"{Median(run.GetProperty("ratios")):0.00} ×, processor time a request {cost:0.00} ×"), Range(run.GetProperty("ratios")), $"`serve-vs-nginx`{Others(product.GetProperty("othersCpus").GetDouble())}");
        });
    }

    private static IEnumerable<Row> Start(string folder)
    {
        if (Read(folder, "coldstart") is not { } json)
            return [new Row("cold start", "≤ 0.6 s", Unknown, "", "`coldstart`")];
        var runs = json.GetProperty("runs").GetProperty("first").EnumerateArray().ToArray();
        double[] Of(string name) => [.. runs.Select(run => run.GetProperty(name).GetDouble())];
        return
        [
            new Row("cold start to the first page", "≤ 0.6 s", Text($"{Median(Of("page")):0.00} s, {Median(Of("cpu")):0.00} s of processor time"), Range(Of("page")), $"`coldstart`{Others(Median(Of("others")))}"),
            new Row("memory idle, shipped content", "≤ 120 MB", Text($"{runs[0].GetProperty("idle").GetDouble():0} MB"), "", "`coldstart`"),
        ];
    }

    private static IEnumerable<Row> Latency(string folder)
    {
        if (Read(folder, "latency") is not { } json)
            return [new Row("search, wizard over HTTP", "p50 ≤ 5 ms, ≤ 2 ms", Unknown, "", "`latency`")];
        return json.GetProperty("values").EnumerateObject().Select(value => new Row($"{value.Name}, shipped content", value.Name == "search p50" ? "≤ 5 ms" : value.Name == "search p99" ? "≤ 20 ms" : "",
            value.Value.ValueKind == JsonValueKind.Number ? Text($"{value.Value.GetDouble():0.00} ms") : "open: the machine was busy", "", "`latency`"));
    }

    private static IEnumerable<Row> Growth(string folder)
    {
        if (Read(folder, "growth") is not { } json)
            return [new Row("growth to 16,000 pages", "exponents ≤ 1.1", Unknown, "", "`growth`")];
        var rows = json.GetProperty("sizes").EnumerateArray().SelectMany(size =>
        {
            var pages = size.GetProperty("pages").GetInt32();
            var command = $"`growth`{(size.TryGetProperty("others", out var others) ? Others(others.GetDouble()) : "")}";
            return new[] { ("ready", "s", pages == 16_000 ? "≤ 30 s" : ""), ("ready CPU", "s", ""), ("rss loaded", "MB", pages == 16_000 ? "≤ 1,500 MB" : ""), ("search", "ms", pages == 16_000 ? "≤ 10 ms" : ""), ("reload", "s", pages <= 300 ? "≤ 0.3 s" : pages == 4000 ? "≤ 2 s" : "") }
                .Where(metric => size.TryGetProperty(metric.Item1, out _))
                .Select(metric => new Row($"{pages:N0} pages: {metric.Item1}", metric.Item3, Text($"{size.GetProperty(metric.Item1).GetDouble():0.###} {metric.Item2}"), "", command));
        });
        return rows.Concat(json.GetProperty("values").EnumerateObject().Where(value => value.Name.StartsWith("growth ", StringComparison.Ordinal) && value.Value.ValueKind == JsonValueKind.Number)
            .Select(value => new Row($"exponent of {value.Name["growth ".Length..]}", "≤ 1.1", Text($"{value.Value.GetDouble():0.00}"), "", "`growth`")));
    }

    private static JsonElement? Read(string folder, string name)
    {
        var file = Path.Combine(folder, name + ".json");
        return File.Exists(file) ? JsonDocument.Parse(File.ReadAllText(file)).RootElement : null;
    }

    private static string Others(double others) => others > 0.3 ? Text($", while others used {others:0.0} processors") : "";

    private static double Median(JsonElement values) => Median([.. values.EnumerateArray().Select(value => value.GetDouble())]);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string Range(JsonElement values) => Range([.. values.EnumerateArray().Select(value => value.GetDouble())]);

    private static string Range(double[] values) => Text($"{values.Min():0.00}–{values.Max():0.00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
