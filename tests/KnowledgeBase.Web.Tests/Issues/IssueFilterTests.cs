using KnowledgeBase.Content;
using KnowledgeBase.Diagnostics;
using KnowledgeBase.Issues;
using KnowledgeBase.Web.Issues;

namespace KnowledgeBase.Web.Tests.Issues;

public sealed class IssueFilterTests
{
    [Fact]
    public void A_filter_that_asks_for_nothing_accepts_every_issue() => Assert.True(new IssueFilter().Accepts(Leak));

    [Theory]
    [InlineData("bilge", true)]
    [InlineData("BILGE pump", true)]
    [InlineData("bilge leak caulk oakum-4", true)]
    [InlineData("bilge sails", false)]
    public void All_words_have_to_occur_somewhere_in_the_issue(string words, bool isAccepted) =>
        Assert.Equal(isAccepted, new IssueFilter { Words = [words] }.Accepts(Leak));

    [Theory]
    [InlineData("north", true)]
    [InlineData("South", false)]
    [InlineData("", false)]
    public void A_region_fits_the_issues_that_name_it(string region, bool isAccepted) =>
        Assert.Equal(isAccepted, new IssueFilter { Regions = [region] }.Accepts(Leak));

    [Theory]
    [InlineData("south", true)]
    [InlineData("", false)]
    public void An_issue_of_all_regions_fits_every_named_one(string region, bool isAccepted) =>
        Assert.Equal(isAccepted, new IssueFilter { Regions = [region] }.Accepts(Leak with { AffectedRegions = [], AffectsAllRegions = true }));

    [Fact]
    public void The_empty_region_stands_for_issues_that_state_none() =>
        Assert.True(new IssueFilter { Regions = [""] }.Accepts(Leak with { AffectedRegions = [] }));

    [Fact]
    public void Every_kind_of_filter_has_to_fit()
    {
        Assert.True(new IssueFilter { Regions = ["North"], SolutionStates = [SolutionState.Available], Tags = ["HULL"], Pages = ["hull/"] }.Accepts(Leak));
        Assert.False(new IssueFilter { Regions = ["North"], SolutionStates = [SolutionState.None] }.Accepts(Leak));
    }

    private static KnownIssue Leak => new()
    {
        Id = new IssueId("leak"),
        Title = "Hull leaks",
        Page = "/hull",
        Anchor = "leak",
        Level = 2,
        Location = new SourceLocation("hull.md", 1, 1),
        Problem = new RichText("Water stands in the bilge; the pump runs.", ""),
        Introduction = null,
        AffectedRegions = ["North"],
        AffectsAllRegions = false,
        AffectedVersions = [],
        FixedIn = null,
        Status = null,
        Since = null,
        SolutionState = SolutionState.Available,
        Solutions = [new Solution("1", SolutionKind.Solution, "leak--1", new RichText("Caulk the seam.", ""), "Caulk the seam.\n")],
        Notes = null,
        Sections = [],
        CodeTokens = ["oakum-4"],
        Links = [],
        Tags = ["hull"],
    };
}
