namespace KnowledgeBase.Issues;

/// <summary>A piece of a page that holds known issues, in the order of the page. A closed family; immutable.</summary>
public abstract record PagePart
{
    private PagePart()
    {
    }

    /// <summary>What stands between issues.</summary>
    /// <param name="Html">Safe to show.</param>
    public sealed record Prose(string Html) : PagePart;

    /// <summary>An issue, heading included.</summary>
    public sealed record Issue(KnownIssue Known) : PagePart;
}
