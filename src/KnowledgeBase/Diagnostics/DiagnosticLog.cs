using System.Collections.Immutable;

namespace KnowledgeBase.Diagnostics;

/// <summary>
/// Collects the diagnostics of one stage on one file. Not safe to share between threads; each page has its own. A mistake that is made thousands of
/// times is told <see cref="MaxOfACode"/> times a file and then counted.
/// </summary>
internal sealed class DiagnosticLog
{
    public const int MaxOfACode = 1000;

    private readonly ImmutableArray<Diagnostic>.Builder _entries = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Dictionary<(DiagnosticCode Code, string File), (int Count, SourceLocation Last)> _counts = [];

    public void Add(Diagnostic diagnostic)
    {
        var key = (diagnostic.Code, diagnostic.Location.File);
        var count = _counts.GetValueOrDefault(key).Count + 1;
        _counts[key] = (count, diagnostic.Location);
        if (count <= MaxOfACode)
            _entries.Add(diagnostic);
    }

    public void Add(DiagnosticCode code, SourceLocation location, string message, string? advice = null) => Add(code.At(location, message, advice));

    /// <summary>Takes over what another log has collected and counted.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _entries.AddRange(diagnostics);

    public ImmutableArray<Diagnostic> ToImmutable()
    {
        var more = _counts.Where(kind => kind.Value.Count > MaxOfACode).OrderBy(kind => kind.Key.Code.Id, StringComparer.Ordinal)
            .Select(kind => kind.Key.Code.At(kind.Value.Last, $"There are {kind.Value.Count - MaxOfACode} more of this kind up to here"));
        return [.. _entries, .. more];
    }
}
