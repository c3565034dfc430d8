using KnowledgeBase.Export;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary>Hits as text: a line with address and title, the snippet below it, and on request the reasons.</summary>
internal static class SearchReport
{
    public static void Write(SearchResults results, TextWriter output)
    {
        WriteHead(results, output);
        foreach (var (number, hit) in results.Hits.Index())
            WriteHit(number, hit, output);
    }

    public static void WriteExplained(SearchResults results, IEnumerable<(SearchHit Hit, SearchExplanation Explanation)> hits, TextWriter output)
    {
        WriteHead(results, output);
        foreach (var (number, (hit, explanation)) in hits.Index())
        {
            WriteHit(number, hit, output);
            foreach (var word in explanation.Words)
                output.WriteLine($"      {word.Score,7:F2}  {word.Written}{(word.Found is null ? "" : $" → {word.Found}")}: {word.Reason}{(word.Fields.IsEmpty ? "" : $" in {string.Join(", ", word.Fields)}")}");
            WriteSums(explanation, output);
        }
    }

    /// <summary>How the words' numbers become the score; only lines that change something.</summary>
    private static void WriteSums(SearchExplanation explanation, TextWriter output)
    {
        if (explanation.Elsewhere >= Least)
            output.WriteLine($"    + {explanation.Elsewhere,7:F2}  words elsewhere on the page");
        if (explanation.CoverageFactor <= 1 - Least)
            output.WriteLine($"    × {explanation.CoverageFactor,7:F2}  {explanation.Coverage:P0} of the question is covered, here or elsewhere on the page");
        if (explanation.TitleMatch >= Least)
            output.WriteLine($"    + {explanation.TitleMatch,7:F2}  the heading says it");
        if (Math.Abs(explanation.KindFactor - 1) >= Least)
            output.WriteLine($"    × {explanation.KindFactor,7:F2}  for what it is");
        if (explanation.Proximity >= Least)
            output.WriteLine($"    + {explanation.Proximity,7:F2}  words next to each other");
        output.WriteLine($"    = {explanation.Total,7:F2}");
    }

    /// <summary>What is less is printed as nothing.</summary>
    private const double Least = 0.005;

    private static void WriteHead(SearchResults results, TextWriter output)
    {
        output.WriteLine(results.Total == 1 ? "1 result" : $"{results.Total} results");
        if (results.Correction is { } correction)
            output.WriteLine($"Did you mean: {correction}");
    }

    private static void WriteHit(int number, SearchHit hit, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{number + 1,2}. {hit.Url}  ({hit.Score:F2})");
        output.WriteLine($"    {SearchHitDocument.NameOf(hit.Kind)}: {(hit.Kind == SearchKind.Page ? hit.Title : string.Join(" › ", hit.Above.Prepend(hit.Page.Title).Append(hit.Title)))}");
        if (hit.Snippet.Parts.Length > 0)
            output.WriteLine($"    {hit.Snippet}");
    }
}
