using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Issues;
using KnowledgeBase.Troubleshooting;
using KnowledgeBase.Troubleshooting.Scenarios;

namespace KnowledgeBase;

/// <summary>
/// A whole knowledge base, compiled: what site, API and command line read. Immutable and safe to share; built in full by <see cref="KnowledgeBuilder"/>,
/// replaced as a whole, never changed.
/// </summary>
public sealed record KnowledgeSnapshot
{
    /// <summary>A hash of all text, and of the names and sizes of media: equal for equal files, whatever the machine.</summary>
    public required string Version { get; init; }

    public required SiteSettings Settings { get; init; }

    /// <summary>Every page file in tree order, unpublished ones included.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>The known issues of pages that visitors can read, in page order.</summary>
    public required ImmutableArray<KnownIssue> Issues { get; init; }

    /// <summary>Pages that hold known issues, cut into issues and what stands between them; by page file.</summary>
    public required FrozenDictionary<string, ImmutableArray<PagePart>> PartsByFile { get; init; }

    /// <summary>The topics of the wizard that can be used, in the order of their pages; empty for a knowledge base without a wizard.</summary>
    public ImmutableArray<Troubleshooter> Troubleshooters { get; init; } = [];

    /// <summary>Topics whose rules are broken; the diagnostics say where.</summary>
    public ImmutableArray<UnavailableTopic> UnavailableTopics { get; init; } = [];

    /// <summary>What authors expect of the wizard, in the order of their file.</summary>
    public ImmutableArray<Scenario> Scenarios { get; init; } = [];

    /// <summary>The tree of folders; its root is the pages root.</summary>
    public required SiteNode Root { get; init; }

    /// <summary>The page at <c>/</c>, null for a site without one.</summary>
    public required Page? Home { get; init; }

    /// <summary>What else visitors may call a thing; for search.</summary>
    public required ImmutableArray<SynonymGroup> Synonyms { get; init; }

    public required RouteTable Routes { get; init; }

    /// <summary>What authors should know, sorted by file and line.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
