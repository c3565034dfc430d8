namespace KnowledgeBase.Search;

/// <summary>What a result is.</summary>
public enum SearchKind
{
    /// <summary>A page: what stands before its first heading.</summary>
    Page,

    /// <summary>A part of a page, below one of its headings.</summary>
    Section,

    /// <summary>A known issue.</summary>
    Issue,
}
