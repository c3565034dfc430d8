namespace KnowledgeBase.Web.Publishing;

/// <summary>Whether the site listens by now. Safe to share.</summary>
internal sealed class StartPhase
{
    private volatile bool _isOver;

    public bool IsOver
    {
        get => _isOver;
        set => _isOver = value;
    }
}
