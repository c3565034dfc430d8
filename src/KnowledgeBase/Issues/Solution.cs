using KnowledgeBase.Content;

namespace KnowledgeBase.Issues;

public enum SolutionKind
{
    /// <summary>Makes the problem go away.</summary>
    Solution,

    /// <summary>Helps until it does.</summary>
    Workaround,
}

/// <summary>One way out of a known issue; several are alternatives. Immutable.</summary>
/// <param name="Id">Its number on the page, from 1, or the name that the wizard's rules give it.</param>
/// <param name="Kind">Solution or workaround.</param>
/// <param name="Anchor"><c>{issue anchor}--{id}</c>; Grav's slugs never contain two hyphens, so only an author's own id can collide.</param>
/// <param name="Content">The text of this alternative alone.</param>
/// <param name="Plain">The same for a ticket: lines and commands kept, no markup.</param>
public sealed record Solution(string Id, SolutionKind Kind, string Anchor, RichText Content, string Plain);
