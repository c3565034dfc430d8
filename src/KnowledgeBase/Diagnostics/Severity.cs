namespace KnowledgeBase.Diagnostics;

/// <summary>How much a <see cref="Diagnostic"/> matters to the reader of a page.</summary>
public enum Severity
{
    /// <summary>A habit worth knowing about; the page is right all the same.</summary>
    Info,

    /// <summary>The page can be read, but not all of it is what its author meant.</summary>
    Warning,

    /// <summary>Something is missing or leads nowhere; <c>check</c> ends with exit code 1.</summary>
    Error,
}
