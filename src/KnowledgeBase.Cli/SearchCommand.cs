using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Export;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>search DIR QUERY</c>: the hits that the site gives.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var folder = ContentArgument.Create();
        var text = new Argument<string>("QUERY") { Description = "What to look for, as a visitor would type it." };
        var limit = new Option<int>("--limit") { Description = $"How many hits, 1 to {SearchQuery.MaxLimit}.", DefaultValueFactory = _ => 10 };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > SearchQuery.MaxLimit)
                result.AddError($"--limit is a number from 1 to {SearchQuery.MaxLimit}.");
        });
        var format = new Option<string>("--format") { Description = "How to print: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var explain = new Option<bool>("--explain") { Description = "Say below each hit which words gave how much, and where they stand; text only." };
        var command = new Command(
            "search",
            """
            Searches a content folder as the site does, and prints the hits, best first.

            Example:
              dotnet run --project src/KnowledgeBase.Cli -- search content "connection drops when idle" --explain
            """)
        {
            folder,
            text,
            limit,
            format,
            explain,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var compiled = await ContentArgument.CompileAsync(parsed.GetRequiredValue(folder), new BuildOptions { ColoursCode = false }, cancellationToken);
            var index = SearchIndex.Build(compiled.Snapshot, cancellationToken);
            var query = new SearchQuery { Text = parsed.GetRequiredValue(text), Limit = parsed.GetValue(limit) };
            if (parsed.GetValue(format) == "json")
                WriteJson(query, index.Search(query));
            else if (parsed.GetValue(explain))
                SearchReport.WriteExplained(index.Search(query), index.Explain(query), Console.Out);
            else
                SearchReport.Write(index.Search(query), Console.Out);
            return ExitCode.Success;
        });
        return command;
    }

    private static void WriteJson(SearchQuery query, SearchResults results)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = ExportJson.Encoder });
        JsonSerializer.Serialize(writer, SearchDocument.Of(query, results), ExportJson.Default.SearchDocument);
        writer.Flush();
        output.WriteByte((byte)'\n');
    }
}
