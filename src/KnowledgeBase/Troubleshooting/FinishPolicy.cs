namespace KnowledgeBase.Troubleshooting;

/// <summary>When the interview of a topic stops looking for further issues. A closed family.</summary>
public abstract record FinishPolicy
{
    private FinishPolicy()
    {
    }

    /// <summary>When every issue is a match or ruled out, or nothing more can be asked.</summary>
    public sealed record Decided : FinishPolicy;

    /// <summary>At the first match.</summary>
    public sealed record FirstMatch : FinishPolicy;

    /// <summary>When no more issues are left than this.</summary>
    public sealed record Shortlist(int Issues) : FinishPolicy;
}
