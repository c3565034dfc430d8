using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content.Markdown;

/// <summary>A link with its place, for the diagnostics that can only be made when all pages are known.</summary>
internal sealed record PlacedLink(PageLink Link, SourceLocation At);
