namespace KnowledgeBase.Web.Publishing;

/// <summary>One attempt to make an edition, for whoever runs the site. Immutable.</summary>
/// <param name="At">When it began.</param>
/// <param name="Took">How long it took until the edition could be read, reading the files included; of all but the first, its index too.</param>
/// <param name="Version">The edition that it made; null where it failed.</param>
/// <param name="Problem">Why it failed, as a sentence; the edition before it stays. Null for success.</param>
internal sealed record EditionBuild(DateTimeOffset At, TimeSpan Took, string? Version, string? Problem);
