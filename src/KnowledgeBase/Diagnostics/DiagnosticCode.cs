namespace KnowledgeBase.Diagnostics;

/// <summary>A documented kind of mistake. The catalogue is <see cref="DiagnosticCodes"/>, its table is in <c>src/README.md</c>.</summary>
/// <param name="Id"><c>KB1xx</c> content, <c>KB2xx</c> issues, <c>KB3xx</c> wizard, <c>KB4xx</c> configuration.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Advice">What to do, where the place itself has nothing better to say.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Advice)
{
    /// <summary>Makes a diagnostic of this kind.</summary>
    public Diagnostic At(SourceLocation location, string message, string? advice = null) =>
        new(this, location, OneLine(message), advice ?? Advice);

    // A message may quote what an author wrote, and that may be a megabyte.
    private const int MaxMessage = 400;

    private static string OneLine(string message)
    {
        var text = message.Length <= MaxMessage ? message : message[..MaxMessage] + "…";
        return text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)) : text;
    }

    public override string ToString() => Id;
}
