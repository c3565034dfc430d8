using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>
/// Splits a page file as Grav does (observed on 1.7): byte order mark and blank lines before the header are skipped, the first line that begins with
/// <c>---</c> closes it, a header without a line in it is none. Beyond Grav, blanks after the opening marks are accepted, and the rest of a closing line
/// is not thrown into the body.
/// </summary>
internal static class FrontMatterReader
{
    public static FrontMatter Read(SourceFile file, DiagnosticLog log)
    {
        var text = TextOf(file);
        var start = text.Length - text.AsSpan().TrimStart().Length;
        if (!TryFindHeader(text, start, out var header, out var body))
        {
            if (IsMarks(text, start))
                ReportMissingEnd(file, text, start, log);
            var first = LineStart(text, start);
            return new FrontMatter(YamlMap.Empty, file, first, LineOf(text, first));
        }
        var values = HeaderReader.Read(file.Path, text[header], LineOf(text, header.Start.Value), log);
        return new FrontMatter(values, file, body, LineOf(text, body));
    }

    /// <summary>The text of a file with line feeds only, and without marks of its byte order.</summary>
    public static string TextOf(SourceFile file) => file.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimStart('\uFEFF');

    private static bool TryFindHeader(string text, int start, out Range header, out int body)
    {
        (header, body) = (default, 0);
        if (!IsMarks(text, start) || text.IndexOf('\n', start) is not (> 0 and var openEnd))
            return false;
        var headerStart = openEnd + 1;
        // The header has at least one character, so that "---\n---" is none: Grav's pattern is .+? between the marks.
        var close = text.IndexOf("\n---", Math.Min(headerStart + 1, text.Length), StringComparison.Ordinal);
        if (close < 0)
            return false;
        header = headerStart..(close + 1);
        var closeEnd = text.IndexOf('\n', close + 1);
        body = closeEnd < 0 ? text.Length : closeEnd + 1;
        while (body < text.Length && text[body] == '\n')
            body++;
        return true;
    }

    /// <summary>Whether a line holds exactly three hyphens, and blanks behind them.</summary>
    private static bool IsMarks(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        var line = text.AsSpan(start..(end < 0 ? text.Length : end));
        return line.StartsWith("---") && line.TrimEnd().Length == 3;
    }

    /// <summary>A rule as the first line is fine; keys below it show that a header was meant.</summary>
    private static void ReportMissingEnd(SourceFile file, string text, int start, DiagnosticLog log)
    {
        var next = text.IndexOf('\n', start) is var end and >= 0 ? text.AsSpan(end + 1) : default;
        var line = next[..(next.IndexOf('\n') is var stop and >= 0 ? stop : next.Length)];
        if (line.IndexOf(':') > 0 && !line.StartsWith(" "))
            log.Add(DiagnosticCodes.HeaderNotClosed, new SourceLocation(file.Path, LineOf(text, start)), "The header is not closed and is shown as text");
    }

    private static int LineStart(string text, int index) => index == 0 ? 0 : text.LastIndexOf('\n', Math.Min(index, text.Length) - 1) + 1;

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');
}
