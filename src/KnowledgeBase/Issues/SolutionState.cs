namespace KnowledgeBase.Issues;

/// <summary>What a known issue says about help: three states, because "nobody wrote it down" is not "there is none".</summary>
public enum SolutionState
{
    /// <summary>The page says nothing.</summary>
    Unspecified,

    /// <summary>At least one solution or workaround.</summary>
    Available,

    /// <summary>The page says that there is no solution.</summary>
    None,
}
