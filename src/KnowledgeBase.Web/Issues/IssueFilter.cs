using System.Collections.Immutable;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Issues;

/// <summary>
/// Which known issues are asked for: of each list one value has to fit, an empty list asks for nothing. Upper and lower case are the same. Immutable.
/// </summary>
internal sealed record IssueFilter
{
    private static readonly StringComparer AnyCase = StringComparer.OrdinalIgnoreCase;

    /// <summary>Each a group of words that all have to occur.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Routes.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>Names; the empty one stands for "not stated".</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    public ImmutableArray<SolutionState> SolutionStates { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The state of a word of the contract, null for any other word.</summary>
    public static SolutionState? StateOf(string word) => word.ToLowerInvariant() switch
    {
        "available" => SolutionState.Available,
        "none" => SolutionState.None,
        "unspecified" => SolutionState.Unspecified,
        _ => null,
    };

    public bool Accepts(KnownIssue issue) =>
        (Pages.IsEmpty || Pages.Any(page => AnyCase.Equals(Route(page), issue.Page)))
        && (Regions.IsEmpty || Regions.Any(region => Affects(issue, region.Trim())))
        && (SolutionStates.IsEmpty || SolutionStates.Contains(issue.SolutionState))
        && (Tags.IsEmpty || Tags.Any(tag => issue.Tags.Contains(tag.Trim(), AnyCase)))
        && (Words.IsEmpty || Words.Any(words => Mentions(issue, words)));

    private static bool Affects(KnownIssue issue, string region) => region.Length == 0
        ? !issue.AffectsAllRegions && issue.AffectedRegions.IsEmpty
        : issue.AffectsAllRegions || issue.AffectedRegions.Contains(region, AnyCase);

    private static bool Mentions(KnownIssue issue, string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => Texts(issue).Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Texts(KnownIssue issue) =>
        issue.Solutions.Select(solution => solution.Content.Text).Concat(issue.CodeTokens).Prepend(issue.Problem.Text).Prepend(issue.Title);

    private static string Route(string page) => "/" + page.Trim().Trim('/');
}
