using KnowledgeBase.Search;
using KnowledgeBase.Web.Issues;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Search;

namespace KnowledgeBase.Web.Components.Pages.Search;

/// <summary>What a value of a filter is called on the page; in the address it is a short word.</summary>
internal static class SearchFilterName
{
    public static string Of(SearchFacetKind kind, string value, SiteMap map) => kind switch
    {
        SearchFacetKind.Kind when SearchWords.KindOf(value) is { } known => Words.NamesOf(known),
        SearchFacetKind.Section => map.Root.Children.FirstOrDefault(node => node.Route.Equals("/" + value, StringComparison.OrdinalIgnoreCase))?.Label ?? value,
        SearchFacetKind.Page => map.FullNameOf(value),
        SearchFacetKind.SolutionState when IssueFilter.StateOf(value) is { } state => Words.NameOfState(state),
        _ => value,
    };
}
