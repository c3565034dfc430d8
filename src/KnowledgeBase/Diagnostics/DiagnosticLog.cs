using System.Collections.Immutable;

namespace KnowledgeBase.Diagnostics;

/// <summary>Collects the diagnostics of one stage on one file. Not safe to share between threads; each page has its own.</summary>
internal sealed class DiagnosticLog
{
    private readonly ImmutableArray<Diagnostic>.Builder _entries = ImmutableArray.CreateBuilder<Diagnostic>();

    public void Add(Diagnostic diagnostic) => _entries.Add(diagnostic);

    public void Add(DiagnosticCode code, SourceLocation location, string message, string? advice = null) =>
        _entries.Add(code.At(location, message, advice));

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _entries.AddRange(diagnostics);

    public ImmutableArray<Diagnostic> ToImmutable() => _entries.ToImmutable();
}
