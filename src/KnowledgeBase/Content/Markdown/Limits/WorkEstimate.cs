namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// Estimates what Markdig's dearest constructs cost, from the text alone. Measured on 1.6: a link target is searched to the end of its run of
/// non-blanks, so a run with many <c>](</c> is quadratic; set-ext underlines, link definitions and columns of one table row are quadratic in their number.
/// </summary>
internal static class WorkEstimate
{
    /// <summary>Steps, about a nanosecond each.</summary>
    public static long Of(ReadOnlySpan<char> text)
    {
        long steps = 0, underlines = 0, definitions = 0;
        foreach (var line in text.EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty)
                continue;
            if (trimmed[0] is '=' or '-' && trimmed.IndexOfAnyExcept(trimmed[0]) < 0)
                underlines++;
            if (trimmed[0] == '[' && trimmed.Contains("]:", StringComparison.Ordinal))
                definitions++;
            steps += OfLine(trimmed);
        }
        return steps + (underlines * underlines / 4) + (definitions * definitions / 2);
    }

    private static long OfLine(ReadOnlySpan<char> line)
    {
        long pipes = line.Count('|');
        long steps = pipes * pipes / 10;
        var brackets = line.IndexOf("](");
        if (brackets < 0)
            return steps;
        foreach (var range in line.Split(' '))
        {
            var run = line[range];
            long links = 0;
            for (var rest = run; rest.IndexOf("](") is >= 0 and var at; rest = rest[(at + 2)..])
                links++;
            steps += links * run.Length;
        }
        return steps;
    }
}
