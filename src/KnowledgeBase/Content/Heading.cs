namespace KnowledgeBase.Content;

/// <summary>A heading of a page's body.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Id">The fragment that leads to it: Grav's.</param>
/// <param name="Text">Without markup.</param>
/// <param name="Tab">The name of the tab that it stands in, null outside of tabs.</param>
public sealed record Heading(int Level, string Id, string Text, string? Tab = null);
