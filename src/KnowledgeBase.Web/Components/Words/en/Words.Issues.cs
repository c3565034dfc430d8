using KnowledgeBase.Issues;

namespace KnowledgeBase.Web.Components;

// Of known issues: their cards and their list.
internal static partial class Words
{
    public const string CopyLink = "Copy link";
    public const string CopyReply = "Copy reply";
    public const string SolutionAvailable = "Solution available";
    public const string Workaround = "Workaround";
    public const string NoSolutionYet = "No solution yet";
    public const string SolutionNotStated = "Solution not stated";
    public const string Problem = "Problem";
    public const string AllRegions = "All regions";
    public const string AllKnownIssues = "All known issues";
    public const string WithoutFilters = "All known issues, without filters";
    public const string IssueListDescription = "All known issues, to be filtered by page, region, state and tag.";
    public const string WordsInIssue = "Words in the issue";
    public const string Show = "Show";
    public const string ShowIssues = "Show issues";
    public const string AffectedRegion = "Affected region";
    public const string State = "State";
    public const string Tag = "Tag";
    public const string NotStated = "Not stated";
    public const string InPageOrder = "in page order";
    public const string NewestFirst = "newest page first";
    public const string SortByPage = "Sort by page";
    public const string SortByDate = "Sort by date";
    public const string ListAsJson = "This list as JSON";
    public const string NoIssues = "No known issue is written down yet.";
    public const string NoIssueFits = "No known issue fits all of these filters. Take one away, or begin again:";
    public const string PagesOfList = "Parts of the list";
    public const string LastChanged = "Known issues that changed last";

    /// <summary>The list's title with its first filters, so that tabs and bookmarks of several lists can be told apart.</summary>
    public static string TitleOfIssues(IReadOnlyList<string> filters) => filters.Count switch
    {
        0 => AllKnownIssues,
        <= 3 => $"{AllKnownIssues}: {string.Join(", ", filters)}",
        _ => $"{AllKnownIssues}: {string.Join(", ", filters.Take(3))}, …",
    };

    public static string NameOfRegion(string region) => region.Length == 0 ? NotStated : region;

    public static string RegionFilter(string region) => region.Length == 0 ? "Region not stated" : $"Region {region}";

    public static string TagFilter(string tag) => $"Tag {tag}";

    public static string NameOfState(SolutionState state) => state switch
    {
        SolutionState.Available => "Solution or workaround",
        SolutionState.None => NoSolutionYet,
        _ => SolutionNotStated,
    };

    public static string IssuesShown(int found, int all) => found == all ? Count(all, "issue", "issues") : $"{found} of {Count(all, "issue", "issues")}";

    public static string Range(int first, int last, int all) => $"{first}–{last} of {all}";

    public static string LinkToSolution(SolutionKind kind) => kind == SolutionKind.Workaround ? "Link to workaround" : "Link to solution";

    public static string CopyLinkTo(string title) => $"Copy link to “{title}”";

    public static string CopyReplyTo(string title) => $"Copy reply for “{title}”";

    public static string CopyReplyWith(int number, string title) => $"Copy reply with number {number} for “{title}”";

    public static string TitleAndProblem(string title, string problem) => $"{title}: {problem}";

    public static string FixedIn(string version) => $"Fixed in {version}";

    public static string Versions(IReadOnlyCollection<string> versions) => versions.Count == 1 ? $"Version {versions.First()}" : $"Versions {string.Join(", ", versions)}";

    public static string Since(string since) => $"Since {since}";

    public static string Status(string status) => $"Status: {status}";

    /// <summary>Null where the page does not say: that is not "all".</summary>
    public static string? RegionsOf(KnownIssue issue) => issue switch
    {
        { AffectsAllRegions: true } => AllRegions,
        { AffectedRegions: [] } => null,
        { AffectedRegions: [var single] } => $"Region {single}",
        _ => $"Regions {string.Join(", ", issue.AffectedRegions)}",
    };

    /// <summary>The label of a part of an issue; one that the author made up stays as written.</summary>
    public static string LabelOf(IssueSection section) => section.Kind switch
    {
        IssueSectionKind.Problem => Problem,
        IssueSectionKind.Background => "Background",
        IssueSectionKind.Reproduction => "Reproduce",
        IssueSectionKind.Solution or IssueSectionKind.Workaround when section.Solutions.Length > 1 => Ways(section.Kind == IssueSectionKind.Workaround, section.Solutions.Length),
        IssueSectionKind.Workaround when section.Solutions.Length == 1 => Workaround,
        IssueSectionKind.Solution or IssueSectionKind.Workaround => "Solution",
        _ => section.Label,
    };

    /// <summary>How many solutions an issue has; null for none.</summary>
    public static string? SolutionsOf(KnownIssue issue) => issue.Solutions.Length == 0
        ? null
        : Ways(issue.Solutions.All(solution => solution.Kind == SolutionKind.Workaround), issue.Solutions.Length);

    private static string Ways(bool areWorkarounds, int count) => (areWorkarounds, count) switch
    {
        (true, 1) => "1 workaround",
        (true, _) => $"{count} workarounds",
        (false, 1) => "1 solution",
        _ => $"{count} solutions",
    };

    public static string AllIssues(int count) => count == 1 ? "The only known issue" : $"All {count} known issues";

    public static string IssuesWithSolution(int count, int solved) => solved switch
    {
        0 => $"{Issues(count)}, none with a solution or workaround yet.",
        _ when count == 1 => $"{Issues(count)}, with a solution or workaround.",
        _ => $"{Issues(count)}, {solved} with a solution or workaround.",
    };
}
