using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content.Markdown;

/// <summary>A heading that still needs its id.</summary>
internal sealed record HeadingSlot(int Level, string Text, string? Tab, string? OwnId, SourceLocation At, Action<string> SetId);
