namespace KnowledgeBase.Diagnostics;

/// <summary>
/// One author's mistake as a value: what is wrong, where, and what to do about it. Never thrown; the page is served all the same.
/// </summary>
/// <param name="Code">The documented kind of mistake; it decides the severity.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Message">One sentence without a full stop that names the thing that is wrong.</param>
/// <param name="Advice">One sentence that says what to do.</param>
public sealed record Diagnostic(DiagnosticCode Code, SourceLocation Location, string Message, string Advice)
{
    public Severity Severity => Code.Severity;
}
