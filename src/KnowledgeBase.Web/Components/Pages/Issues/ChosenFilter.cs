using KnowledgeBase.Web.Issues;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Components.Pages.Issues;

/// <summary>One filter of the list of known issues, in words, and the list without it. Immutable.</summary>
public sealed record ChosenFilter(string Text, IssueListQuery Without)
{
    public static IReadOnlyList<ChosenFilter> Of(IssueListQuery query, SiteMap map) =>
    [
        .. ((string[])[query.Words]).Where(words => words.Length > 0).Select(words => new ChosenFilter(Words.Quoted(words), query with { Words = "" })),
        .. query.Pages.Select(page => new ChosenFilter(map.NameOf(page), query with { Pages = query.Pages.Remove(page) })),
        .. query.Regions.Select(region => new ChosenFilter(Words.RegionFilter(region), query with { Regions = query.Regions.Remove(region) })),
        .. query.States.Select(state => new ChosenFilter(Words.NameOfState(state), query with { States = query.States.Remove(state) })),
        .. query.Tags.Select(tag => new ChosenFilter(Words.TagFilter(tag), query with { Tags = query.Tags.Remove(tag) })),
    ];
}
