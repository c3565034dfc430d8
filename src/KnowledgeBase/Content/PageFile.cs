using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>The page file of a folder in the site's language, its header read. Immutable.</summary>
internal sealed record PageFile
{
    public required SourceFile Source { get; init; }

    /// <summary>The file name's first part: presentation only.</summary>
    public required string Template { get; init; }

    /// <summary>The language that the file name states, else the site's.</summary>
    public required string? Language { get; init; }

    /// <summary>The languages of which the folder has a file, in the site's order.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    public required FrontMatter FrontMatter { get; init; }

    public required PageHeader Header { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
