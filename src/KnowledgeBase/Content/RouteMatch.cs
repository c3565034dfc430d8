namespace KnowledgeBase.Content;

/// <summary>What a requested path leads to. A closed family.</summary>
public abstract record RouteMatch
{
    private RouteMatch()
    {
    }

    /// <summary>A page at exactly this path.</summary>
    public sealed record Found(Page Page) : RouteMatch;

    /// <summary>Another address; 301 where only the spelling differs, the site's own status where an author says so.</summary>
    /// <param name="Target">A URL path, percent-encoded, or a full address.</param>
    /// <param name="Status">301, 302, 303, 307 or 308.</param>
    public sealed record Moved(string Target, int Status) : RouteMatch;

    /// <summary>A file beside a page.</summary>
    public sealed record Media(MediaFile File) : RouteMatch;

    /// <summary>Nothing.</summary>
    public sealed record Missing : RouteMatch;
}
