using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// One edition: the snapshot and everything that is derived from it. Immutable. It is registered as scoped, so that a request reads the current edition
/// once and everything it shows comes from that one.
/// </summary>
/// <param name="snapshot">What was compiled.</param>
/// <param name="search">The index of that snapshot; of the first edition it may still be in the making.</param>
/// <param name="folder">Where the files beside the pages lie.</param>
/// <param name="settings">What pages show of the settings.</param>
public sealed class PublishedKnowledge(KnowledgeSnapshot snapshot, Lazy<SearchIndex> search, ContentFolder folder, string? settings)
{
    public KnowledgeSnapshot Snapshot { get; } = snapshot;

    /// <summary>Finds sections and known issues of this edition; waits for the index where it is still being made.</summary>
    public SearchIndex Search => search.Value;

    /// <summary>Whether nobody has to wait for <see cref="Search"/>.</summary>
    public bool IsSearchable => search.IsValueCreated;

    /// <summary>Where the files beside the pages lie.</summary>
    public ContentFolder Folder { get; } = folder;

    public SiteMap Map { get; } = new(snapshot);

    public WizardEntrances Wizard { get; } = new(snapshot);

    public EditionTag Tag { get; } = new(snapshot.Version, settings);
}
