using KnowledgeBase.Issues;
using KnowledgeBase.Web.Issues;

namespace KnowledgeBase.Web.Tests.Issues;

public sealed class IssueFacetsTests
{
    private static readonly KnownIssue[] Issues =
    [
        Make("/hull", ["North"], SolutionState.Available, "wood"), Make("/hull", ["North", "South"], SolutionState.None, "wood"), Make("/hull", [], SolutionState.Available),
        Make("/sails", [], SolutionState.Unspecified, "cloth") with { AffectsAllRegions = true },
    ];

    [Fact]
    public void Without_filters_every_value_is_counted()
    {
        var facets = IssueFacets.Of(Issues, new IssueFilter());

        Assert.Equal("/hull 3, /sails 1", Told(facets.Pages));
        Assert.Equal("North 3, South 2,  1", Told(facets.Regions));
        Assert.Equal("Available 2, None 1, Unspecified 1", Told(facets.States));
        Assert.Equal("cloth 1, wood 2", Told(facets.Tags));
    }

    [Fact]
    public void Each_facet_counts_under_the_others_and_not_under_itself()
    {
        var facets = IssueFacets.Of(Issues, new IssueFilter { Pages = ["/hull"], SolutionStates = [SolutionState.Available] });

        Assert.Equal("/hull 2, /sails 0", Told(facets.Pages));
        Assert.Equal("North 1, South 0,  1", Told(facets.Regions));
        Assert.Equal("Available 2, None 1, Unspecified 0", Told(facets.States));
        Assert.Equal("cloth 0, wood 1", Told(facets.Tags));
    }

    [Fact]
    public void Words_narrow_every_facet()
    {
        var facets = IssueFacets.Of(Issues, new IssueFilter { Words = ["nothing of the kind"] });

        Assert.Equal("/hull 0, /sails 0", Told(facets.Pages));
    }

    [Fact]
    public void A_tag_of_every_issue_narrows_nothing_and_is_only_there_to_be_taken_back()
    {
        KnownIssue[] issues = [Make("/hull", [], SolutionState.Available, "docs", "wood"), Make("/sails", [], SolutionState.Available, "docs")];

        Assert.Equal("wood 1", Told(IssueFacets.Of(issues, new IssueFilter()).Tags));
        Assert.Equal("wood 1, docs 2", Told(IssueFacets.Of(issues, new IssueFilter { Tags = ["docs"] }).Tags));
    }

    [Fact]
    public void What_is_chosen_can_be_taken_back_even_if_no_issue_has_it()
    {
        var facets = IssueFacets.Of(Issues, new IssueFilter { Regions = ["Atlantis"], Tags = ["WOOD"] });

        Assert.Equal(("Atlantis", 0, true), (facets.Regions[^1].Value, facets.Regions[^1].Count, facets.Regions[^1].IsChosen));
        Assert.Equal("wood", Assert.Single(facets.Tags, option => option.IsChosen).Value);
    }

    [Fact]
    public void The_newest_page_comes_first_and_unclear_dates_last()
    {
        KnownIssue[] issues = [Make("/none", []), Make("/unclear", []), Make("/old", []), Make("/new", [])];

        var sorted = issues.NewestFirst(page => page switch
        {
            "/unclear" => Issue.On(2030, isAmbiguous: true),
            "/old" => Issue.On(2001),
            "/new" => Issue.On(2020),
            _ => null,
        });

        Assert.Equal(["/new", "/old", "/unclear", "/none"], sorted.Select(issue => issue.Page));
    }

    private static string Told<T>(IEnumerable<FacetOption<T>> options) => string.Join(", ", options.Select(option => $"{option.Value} {option.Count}"));

    private static KnownIssue Make(string page, string[] regions, SolutionState state = SolutionState.Available, params string[] tags) =>
        Issue.Of("**Problem Statement:** Water.") with { Page = page, AffectedRegions = [.. regions], SolutionState = state, Tags = [.. tags] };
}
