namespace KnowledgeBase.Content;

/// <summary>A page's date: local wall clock without a zone, because no file states one.</summary>
/// <param name="Value"><see cref="DateTimeKind.Unspecified"/>.</param>
/// <param name="IsAmbiguous">Day and month could be exchanged; do not show it as certain, and do not sort "newest" by it alone.</param>
public readonly record struct GravDate(DateTime Value, bool IsAmbiguous);
