namespace KnowledgeBase.Web.Publishing;

/// <summary>Marks endpoints that search. The index of the first edition is made after its pages can be read: who searches that early waits for it.</summary>
internal sealed class NeedsIndex
{
    public static NeedsIndex Mark { get; } = new();
}
