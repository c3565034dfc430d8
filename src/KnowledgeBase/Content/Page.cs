using System.Collections.Immutable;
using System.Text;

namespace KnowledgeBase.Content;

/// <summary>A page of the knowledge base: header and body, compiled. Immutable.</summary>
public sealed record Page
{
    /// <summary>The canonical route: begins with <c>/</c>, no language prefix.</summary>
    public required string Route { get; init; }

    public required string Title { get; init; }

    /// <summary>The name in navigation.</summary>
    public required string Menu { get; init; }

    /// <summary>Path of the page file, relative to the pages root.</summary>
    public required string File { get; init; }

    /// <summary>Route of the folder above, null at the top.</summary>
    public required string? Parent { get; init; }

    /// <summary>Position among its siblings, from 1.</summary>
    public required int Order { get; init; }

    public required string Template { get; init; }

    public required string? Language { get; init; }

    /// <summary>Languages of which there is a file.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    public required GravDate? Date { get; init; }

    public required bool IsPublished { get; init; }

    /// <summary>Stands in navigation.</summary>
    public required bool IsVisible { get; init; }

    /// <summary>Answers at its route; never true for an unpublished page.</summary>
    public required bool IsRoutable { get; init; }

    /// <summary>Where navigation leads instead of the route.</summary>
    public required string? ExternalUrl { get; init; }

    /// <summary>Where a visitor of the route is sent.</summary>
    public required string? Redirect { get; init; }

    /// <summary>Other routes that lead here.</summary>
    public required ImmutableArray<string> Aliases { get; init; }

    /// <summary>Taxonomy type to values.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Taxonomy { get; init; }

    /// <summary>What it is about, at most about 300 characters; null without prose.</summary>
    public required string? Summary { get; init; }

    /// <summary>The body, safe to show; made anew each time.</summary>
    public string Html => Encoding.UTF8.GetString(Utf8Html.Span);

    /// <summary>The body, safe to show; UTF-8, because a large site holds much of it.</summary>
    public required ReadOnlyMemory<byte> Utf8Html { get; init; }

    /// <summary>The body as clean Markdown in UTF-8: links resolved, no front matter, shortcodes or raw HTML.</summary>
    public required ReadOnlyMemory<byte> Markdown { get; init; }

    /// <summary>The body's headings; the title is not one of them.</summary>
    public required ImmutableArray<Heading> Headings { get; init; }

    /// <summary>The body cut at its headings: what stands before the first one, then one section for each heading.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>Links and images in document order, those of raw HTML included.</summary>
    public required ImmutableArray<PageLink> Links { get; init; }
}
