namespace KnowledgeBase.Content;

/// <summary>A piece of a page in two forms.</summary>
/// <param name="Text">Without markup; every break is one blank.</param>
/// <param name="Html">Safe to show.</param>
public sealed record RichText(string Text, string Html)
{
    public static RichText Empty { get; } = new("", "");
}
