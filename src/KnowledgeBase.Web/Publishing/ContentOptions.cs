namespace KnowledgeBase.Web.Publishing;

/// <summary>Which content is served; section <c>Content</c> of the configuration.</summary>
internal sealed record ContentOptions
{
    public const string Section = "Content";

    /// <summary>A Grav user folder, or the folder with its pages; see <see cref="ContentLocation"/> for relative ones.</summary>
    public string Path { get; init; } = "content";
}
