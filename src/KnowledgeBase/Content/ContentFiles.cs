using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>
/// Everything that a content folder holds, read once: the only input of <see cref="KnowledgeBuilder"/>, for which the order of the files means nothing.
/// Immutable.
/// </summary>
public sealed record ContentFiles
{
    /// <summary>Every folder below the pages root, also empty ones, relative with <c>/</c>.</summary>
    public required ImmutableArray<string> Folders { get; init; }

    /// <summary>Markdown files, <c>frontmatter.yaml</c> and <c>wizard.yaml</c> below the pages root.</summary>
    public required ImmutableArray<SourceFile> Sources { get; init; }

    /// <summary>All other files below the pages root, and the site's own images as <c>image://…</c>.</summary>
    public required ImmutableArray<MediaFile> Media { get; init; }

    /// <summary><c>config/system.yaml</c>, <c>config/site.yaml</c>, <c>config/plugins/*.yaml</c> and <c>search/synonyms.txt</c>.</summary>
    public required ImmutableArray<SourceFile> Configuration { get; init; }

    /// <summary>The wizard's own files, <c>wizard/*.yaml</c> and <c>wizard/*.md</c> beside the pages root; empty without a wizard.</summary>
    public ImmutableArray<SourceFile> Wizard { get; init; } = [];

    /// <summary>What could not be read, and why.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>What the folder looked like just before it was read; no part of what is compiled, and empty for files that never were in a folder.</summary>
    public ContentFingerprint Fingerprint { get; init; } = ContentFingerprint.None;

    /// <summary>The same files sorted by path, whatever order they were found in.</summary>
    internal ContentFiles InOrder() => this with
    {
        Folders = Folders.Sort(StringComparer.Ordinal),
        Sources = Sources.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path)),
        Media = Media.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path)),
        Configuration = Configuration.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path)),
        Wizard = Wizard.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path)),
    };
}
