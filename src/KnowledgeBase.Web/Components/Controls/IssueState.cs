using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Components.Controls;

/// <summary>What a known issue says about help, as it is shown everywhere: a word, an icon, a tone. Immutable.</summary>
/// <param name="Word">The word that carries the meaning.</param>
/// <param name="Icon">A drawing of <see cref="Controls.Icon"/>.</param>
/// <param name="Tone"><c>good</c>, <c>warn</c>, <c>bad</c>, or null for none.</param>
public sealed record IssueState(string Word, string Icon, string? Tone)
{
    public static IssueState Of(KnownIssue issue) => issue switch
    {
        { FixedIn: { } version } => new(Words.FixedIn(version), Controls.Icon.Tick, "good"),
        { SolutionState: SolutionState.Available } when issue.Solutions.All(solution => solution.Kind == SolutionKind.Workaround) => new(Words.Workaround, Controls.Icon.Detour, "warn"),
        { SolutionState: SolutionState.Available } => new(Words.SolutionAvailable, Controls.Icon.Tick, "good"),
        { SolutionState: SolutionState.None } => new(Words.NoSolutionYet, Controls.Icon.Bar, "bad"),
        _ => new(Words.SolutionNotStated, Controls.Icon.DashedRing, null),
    };
}
