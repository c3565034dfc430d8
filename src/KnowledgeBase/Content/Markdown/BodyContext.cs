using System.Collections.Immutable;
using System.Diagnostics;
using KnowledgeBase.Diagnostics;
using Markdig;

namespace KnowledgeBase.Content.Markdown;

/// <summary>What the block and inline parsers need to know of the page they are in, and where they leave what its author should know. One a parse.</summary>
internal sealed class BodyContext : MarkdownParserContext
{
    private readonly Dictionary<string, int> _lastClosing = new(StringComparer.Ordinal);
    private readonly long _deadline;

    public BodyContext(string file, int bodyLine, string text, SiteSettings settings, ContentLimits limits, DiagnosticLog log)
    {
        File = file;
        BodyLine = bodyLine;
        Text = text;
        Language = settings.Language;
        NoticeKinds = settings.NoticeKinds;
        SummaryDelimiter = settings.SummaryDelimiter;
        Log = log;
        _deadline = Stopwatch.GetTimestamp() + (long)(limits.Time.TotalSeconds * Stopwatch.Frequency);
    }

    public string File { get; }

    public int BodyLine { get; }

    public string Text { get; }

    public string? Language { get; }

    public ImmutableArray<string> NoticeKinds { get; }

    public string SummaryDelimiter { get; }

    public DiagnosticLog Log { get; }

    /// <summary>The place of a Markdig line and column, both from 0.</summary>
    public SourceLocation At(int line, int column = 0) => new(File, BodyLine + line, column + 1);

    /// <summary>Whether <c>[/name]</c> stands at or behind a position of the text.</summary>
    public bool HasClosing(string name, int position)
    {
        if (!_lastClosing.TryGetValue(name, out var last))
            _lastClosing[name] = last = Text.LastIndexOf($"[/{name}]", StringComparison.Ordinal);
        return last >= position;
    }

    /// <summary>Whether something for these languages (a comma list) is for the language shown. Without languages everything is shown.</summary>
    public bool IsShown(string languages) =>
        Language is null || languages.Length == 0 || languages.Split([',', ' ', '|'], StringSplitOptions.RemoveEmptyEntries).Contains(Language);

    /// <exception cref="BodyLimitException">The page has used up its time.</exception>
    public void CheckTime()
    {
        if (Stopwatch.GetTimestamp() > _deadline)
            throw new BodyLimitException("it takes too long to parse");
    }
}
