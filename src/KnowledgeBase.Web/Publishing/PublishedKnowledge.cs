using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// One edition: the snapshot and everything that is derived from it. Immutable. It is registered as scoped, so that a request reads the current edition
/// once and everything it shows comes from that one.
/// </summary>
public sealed class PublishedKnowledge(KnowledgeSnapshot snapshot, ContentFolder folder, string? publicUrl)
{
    public KnowledgeSnapshot Snapshot { get; } = snapshot;

    /// <summary>Where the files beside the pages lie.</summary>
    public ContentFolder Folder { get; } = folder;

    public SiteMap Map { get; } = new(snapshot);

    public EditionTag Tag { get; } = new(snapshot.Version, publicUrl);
}
