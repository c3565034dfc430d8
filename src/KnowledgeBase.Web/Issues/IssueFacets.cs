using System.Collections.Immutable;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Issues;

/// <summary>One value of a facet.</summary>
/// <param name="Value">As it stands in the address.</param>
/// <param name="Count">How many issues choosing it alone would show, under the filters of the other facets.</param>
public sealed record FacetOption<T>(T Value, int Count, bool IsChosen);

/// <summary>
/// What the list can be narrowed by. Every value that tells issues of the edition apart is there, also without a hit, so that nothing jumps; and every chosen
/// one, so that it can be taken back. Immutable.
/// </summary>
public sealed record IssueFacets
{
    private static readonly StringComparer AnyCase = StringComparer.OrdinalIgnoreCase;

    public required ImmutableArray<FacetOption<string>> Pages { get; init; }

    public required ImmutableArray<FacetOption<string>> Regions { get; init; }

    public required ImmutableArray<FacetOption<SolutionState>> States { get; init; }

    public required ImmutableArray<FacetOption<string>> Tags { get; init; }

    internal static IssueFacets Of(IReadOnlyCollection<KnownIssue> issues, IssueFilter filter)
    {
        // Words cost most, so they are looked for once; the facets count what is left.
        var found = filter.Words.IsEmpty ? issues : [.. issues.Where(new IssueFilter { Words = filter.Words }.Accepts)];
        var rest = filter with { Words = [] };
        var byPage = Under(rest with { Pages = [] }).CountBy(issue => issue.Page, AnyCase).ToDictionary(AnyCase);
        var byState = Under(rest with { SolutionStates = [] }).CountBy(issue => issue.SolutionState).ToDictionary();
        var byTag = Under(rest with { Tags = [] }).SelectMany(issue => issue.Tags.Distinct(AnyCase)).CountBy(tag => tag, AnyCase).ToDictionary(AnyCase);
        var underRegions = Under(rest with { Regions = [] }).ToList();
        return new IssueFacets
        {
            Pages = Options(issues.Select(issue => issue.Page), filter.Pages, page => byPage.GetValueOrDefault(page)),
            Regions = Options(
                issues.SelectMany(issue => issue.AffectedRegions).Order(AnyCase).Append(""), filter.Regions, region => underRegions.Count(new IssueFilter { Regions = [region] }.Accepts)),
            States =
            [
                .. ((SolutionState[])[SolutionState.Available, SolutionState.None, SolutionState.Unspecified])
                    .Select(state => new FacetOption<SolutionState>(state, byState.GetValueOrDefault(state), filter.SolutionStates.Contains(state))),
            ],
            // A tag of every issue narrows nothing.
            Tags = Options(issues.SelectMany(issue => issue.Tags.Distinct(AnyCase)).CountBy(tag => tag, AnyCase).Where(tag => tag.Value < issues.Count).Select(tag => tag.Key).Order(AnyCase), filter.Tags, tag => byTag.GetValueOrDefault(tag)),
        };

        IEnumerable<KnownIssue> Under(IssueFilter others) => found.Where(others.Accepts);
    }

    private static ImmutableArray<FacetOption<string>> Options(IEnumerable<string> values, ImmutableArray<string> chosen, Func<string, int> count) =>
        [.. values.Concat(chosen).Distinct(AnyCase).Select(value => new FacetOption<string>(value, count(value), chosen.Contains(value, AnyCase)))];
}
