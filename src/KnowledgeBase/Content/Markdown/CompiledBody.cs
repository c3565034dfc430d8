using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content.Markdown;

/// <summary>A page's body as far as it can be known without the other pages.</summary>
internal sealed record CompiledBody
{
    public required string Html { get; init; }

    /// <summary>The same as clean Markdown, UTF-8.</summary>
    public required ReadOnlyMemory<byte> Markdown { get; init; }

    public required ImmutableArray<Heading> Headings { get; init; }

    /// <summary>The body cut at its headings; the first section still without a title.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    public required ImmutableArray<PlacedLink> Links { get; init; }

    /// <summary>Every id that a fragment can name, the headings' included.</summary>
    public required ImmutableArray<string> Anchors { get; init; }

    /// <summary>The first paragraph of prose, shortened; null without one.</summary>
    public required string? Summary { get; init; }

    /// <summary>The blocks for the extraction of issues; refers to the parsed document and is dropped with it.</summary>
    public required BodyOutline Outline { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
