namespace KnowledgeBase.Content;

public enum LinkKind
{
    Link,
    Image,
}

/// <summary>A link or image of a page's body, in document order. Immutable.</summary>
public sealed record PageLink
{
    public required LinkKind Kind { get; init; }

    /// <summary>The target as the author wrote it.</summary>
    public required string Raw { get; init; }

    /// <summary>The target in the HTML; empty where an unsafe one was dropped.</summary>
    public required string Href { get; init; }

    /// <summary>Route of the page it leads to, null for media and other sites.</summary>
    public string? Route { get; init; }

    /// <summary>What follows <c>#</c>, without it.</summary>
    public string? Fragment { get; init; }

    /// <summary>Path of the file it leads to, relative to the pages root.</summary>
    public string? Media { get; init; }

    /// <summary>Leads to nothing: no such page, anchor or file.</summary>
    public bool IsBroken { get; init; }
}
