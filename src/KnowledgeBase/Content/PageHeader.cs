using System.Collections.Immutable;

namespace KnowledgeBase.Content;

/// <summary>The header keys that mean something to the product, read and checked. Immutable.</summary>
internal sealed record PageHeader
{
    public static PageHeader Empty { get; } = new();

    public string? Title { get; init; }

    public string? Menu { get; init; }

    public bool IsPublished { get; init; } = true;

    /// <summary>As written; null: a folder with an order prefix is visible.</summary>
    public bool? IsVisible { get; init; }

    public bool IsRoutable { get; init; } = true;

    public GravDate? Date { get; init; }

    /// <summary>Replaces the last part of the route, verbatim.</summary>
    public string? Slug { get; init; }

    /// <summary><c>routes.default</c>: replaces the whole route.</summary>
    public string? Route { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary><c>routes.canonical</c>: also resolves.</summary>
    public string? CanonicalRoute { get; init; }

    public string? Redirect { get; init; }

    public string? ExternalUrl { get; init; }

    public ImmutableSortedDictionary<string, ImmutableArray<string>> Taxonomy { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public string? Template { get; init; }

    /// <summary>Whether Grav would run the body through Twig; here it is shown.</summary>
    public bool HasTwig { get; init; }

    public bool? UsesMarkdownExtra { get; init; }

    public bool? BreaksLines { get; init; }
}
