using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Issues;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Issues;
using KnowledgeBase.Web.Search;

namespace KnowledgeBase.Web.Components;

/// <summary>Every word of the interface, in one place. Sentences are whole and carry placeholders, so that a translation can order them freely.</summary>
internal static partial class Words
{
    public const string Language = "en";

    public const string SkipToContent = "Skip to content";
    public const string Menu = "Menu";
    public const string Close = "Close";
    public const string AllPages = "All pages";
    public const string Breadcrumb = "Breadcrumb";
    public const string OnThisPage = "On this page";
    public const string PreviousAndNext = "Previous and next page";
    public const string Previous = "Previous";
    public const string Next = "Next";
    public const string LastUpdated = "Last updated {0}";
    public const string Permalink = "Permalink";
    public const string EditThisPage = "Edit this page";
    public const string PageIsIncomplete = "A part of this page could not be shown as it was written. The rest is here.";
    public const string Contents = "Contents";
    public const string ApiDescription = "API";
    public const string PageNotFound = "Page not found";
    public const string PageNotFoundAt = "There is no page at {0}. It may have moved, or the address has a typing error.";
    public const string ClosestPages = "The closest pages";
    public const string OtherWaysOn = "Other ways on";
    public const string StartAtContents = "Start at the contents";
    public const string StatusTitle = "How the site is doing";
    public const string LastBuilds = "Last builds";
    public const string Time = "Time";
    public const string Took = "Took";
    public const string Result = "Result";
    public const string Diagnostics = "What authors should know";

    public const string AuthorPanel = "For the author";
    public const string DiagnosticsOfPage = "This page";
    public const string DiagnosticsOfSite = "The whole site";
    public const string NoDiagnostics = "Nothing to report.";

    public const string StartingTitle = "The handbook is being built";
    public const string StartingAdvice = "It takes a moment after a start. The page you asked for will be here shortly.";

    public const string ErrorTitle = "Something went wrong on our side";
    public const string ErrorAdvice = "It is not your fault. Try again in a moment; if it happens again, tell support the number below.";
    public const string ErrorNumber = "Number of this error: {0}";
    public const string TryAgain = "Try again";
    public const string Copy = "Copy";
    public const string Copied = "Copied";
    public const string NotCopied = "Not copied";
    public const string CopyLink = "Copy link";
    public const string CopyReply = "Copy reply";
    public const string SolutionAvailable = "Solution available";
    public const string Workaround = "Workaround";
    public const string NoSolutionYet = "No solution yet";
    public const string SolutionNotStated = "Solution not stated";
    public const string Problem = "Problem";
    public const string AllRegions = "All regions";
    public const string DarkTheme = "Dark theme";
    public const string MainNavigation = "Main";
    public const string KnownIssues = "Known issues";
    public const string AllKnownIssues = "All known issues";
    public const string WithoutFilters = "All known issues, without filters";
    public const string IssueListDescription = "All known issues, to be filtered by page, region, state and tag.";
    public const string WordsInIssue = "Words in the issue";
    public const string Show = "Show";
    public const string ShowIssues = "Show issues";
    public const string Filters = "Filters";
    public const string Page = "Page";
    public const string AffectedRegion = "Affected region";
    public const string State = "State";
    public const string Tag = "Tag";
    public const string NotStated = "Not stated";
    public const string InPageOrder = "in page order";
    public const string NewestFirst = "newest page first";
    public const string SortByPage = "Sort by page";
    public const string SortByDate = "Sort by date";
    public const string ListAsJson = "This list as JSON";
    public const string RemoveFilter = "Remove filter";
    public const string NoIssues = "No known issue is written down yet.";
    public const string NoIssueFits = "No known issue fits all of these filters. Take one away, or begin again:";
    public const string PagesOfList = "Parts of the list";
    public const string Feed = "Feed";
    public const string LastChanged = "Known issues that changed last";
    public const string NoPagesYet = "There are no pages yet. Put the first one into the content folder.";

    public const string Search = "Search";
    public const string SearchThisSite = "Search this site";
    public const string SearchPlaceholder = "Search or paste an error";
    public const string SearchFor = "Search for {0}";
    public const string DidYouMean = "Did you mean {0}?";
    public const string SearchStart = "Type what you see or what you look for: a symptom, an error message, the name of a setting.";
    public const string PartsOfSite = "Parts of this site";
    public const string Kind = "Kind";
    public const string Part = "Part";
    public const string FilterResults = "Filter results";
    public const string PagesOfResults = "Pages of results";
    public const string NoResults = "Search: no results";
    public const string NoResultFits = "Something was found for {0}, but nothing that fits all of these filters. Take one away, or see them all:";
    public const string WithoutSearchFilters = "All results, without filters";
    public const string NothingFoundAdvice = "Try fewer or other words, or go on from here.";
    public const string NoWordInIt = "There is no word or number in it that could be looked for.";
    public const string ClosestTitles = "The closest titles";
    public const string NotAmongThese = "Not among these?";
    public const string OtherWords = "Other words may find more: what you see, rather than what you think the cause is.";
    public const string KeyboardAndAccessibility = "Keyboard and accessibility";
    public const string KeyboardDescription = "The keys that this site knows, how to turn the single-letter one off, and what the site does so that everybody can read it.";
    public const string Keys = "Keys";
    public const string SlashKey = "goes to the search field.";
    public const string ArrowKeys = "walk through what the search field suggests.";
    public const string EnterKey = "opens the chosen suggestion, or searches for what you typed.";
    public const string EscapeKey = "closes the suggestions and keeps your words; closes the menu.";
    public const string OwnKeys = "Everything else is your browser’s: Tab and Shift+Tab reach every link, button and field, and the first stop of every page skips to its content.";
    public const string SingleKey = "Single-key shortcut";
    public const string SingleKeyAdvice = "Speech input and slips of the hand can press a single key by mistake. Your choice is kept in this browser.";
    public const string SlashSwitch = "The key / goes to the search field";
    public const string SingleKeyNeedsScripts = "It works with scripts only; without them there is nothing to turn off.";
    public const string Accessibility = "Accessibility";

    public static readonly ImmutableArray<string> AccessibilityFacts =
    [
        "Every page works without scripts: reading, searching, filtering.",
        "Colours follow your system, light or dark, and its wish for more contrast; text has a contrast of at least 7 to 1. The button at the top changes them.",
        "Pages fit a screen of 320 pixels and a zoom of 400 % without scrolling sideways.",
        "Headings, lists and landmarks tell screen readers how a page is built; what a colour says is also said by a word.",
        "Nothing moves by itself, and what fades does not where your system asks for less motion.",
        "Printed, a page is its text, with the addresses of its links.",
    ];

    /// <summary>The language of a text where it differs from the interface's; screen readers switch their voice by it.</summary>
    public static string? LanguageUnlessOurs(string? language) => language == Language ? null : language;

    /// <summary>What a title of the browser's tab looks like.</summary>
    public static string DocumentTitle(string page, string site) => page == site ? site : $"{page} – {site}";

    public static string PrintedFrom(string address) => $"Printed from {address}";

    /// <summary>A heading that stands in several tabs, told apart by the tab's name.</summary>
    public static string HeadingInTab(string heading, string tab) => $"{heading}: {tab}";

    public static string PagesIn(string section) => $"Pages in {section}";

    public static string More(int count) => $"{count} more";

    public static string Issues(int count) => count == 1 ? "1 known issue" : $"{count} known issues";

    public static string Quoted(string words) => $"“{words}”";

    public static string Chosen(int count) => $"{count} chosen";

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

    public static string PreviousOf(int count) => $"Previous {count}";

    public static string NextOf(int count) => $"Next {count}";

    public static string HintOf(IssueListHint hint) => hint switch
    {
        IssueListHint.WordsCut => "Only the first 400 characters of your words were looked for.",
        IssueListHint.TooManyValues => "The address holds more or longer filters than this list can use; some were left out.",
        IssueListHint.UnknownState => "The address asks for a state that does not exist; it was left out.",
        IssueListHint.UnknownOrder => "The address asks for an order that does not exist; the issues are in page order.",
        _ => "The address asks for a part of the list that does not exist; this is the nearest one.",
    };

    public static string SearchTitle(string words) => $"{words} – {Search}";

    public static string Results(int total) => $"{Search}: {Count(total, "result", "results")}";

    public static string ResultsFor(string words) => $"for {Quoted(words)}.";

    public static string NothingFoundFor(string words) => $"Nothing found for {Quoted(words)}";

    public static string ResultRange(int first, int last, int all) => $"Results {first} to {last} of {all}";

    public static string NameOf(SearchKind kind) => kind switch
    {
        SearchKind.Page => Page,
        SearchKind.Section => "Section",
        _ => "Known issue",
    };

    public static string NamesOf(SearchKind kind) => kind switch
    {
        SearchKind.Page => "Pages",
        SearchKind.Section => "Sections",
        _ => KnownIssues,
    };

    /// <summary>What a suggestion is that leads to results.</summary>
    public const string Identifier = "Results";

    /// <summary>What a result is and where it stands; at the top of the site it stands nowhere.</summary>
    public static string ResultIn(SearchKind kind, IEnumerable<string> trail) => string.Join(" › ", trail) is { Length: > 0 } place ? $"{NameOf(kind)} in {place}" : NameOf(kind);

    /// <summary>Long words are shortened where they only remind of the question.</summary>
    public static string Shortened(string words) => words.Length <= 120 ? words : words[..(char.IsHighSurrogate(words[118]) ? 118 : 119)] + "…";

    public static string PartFilter(string part) => $"Part {part}";

    public static string HintOf(SearchHint hint) => hint switch
    {
        SearchHint.WordsCut => $"Only the first {SearchPageQuery.LongestWords} characters of your words were looked for.",
        SearchHint.TooManyValues => "The address holds more or longer filters than the search can use; some were left out.",
        SearchHint.UnknownKind => "The address asks for a kind of result that does not exist; it was left out.",
        SearchHint.UnknownState => "The address asks for a state that does not exist; it was left out.",
        _ => "The address asks for a part of the results that does not exist; this is the nearest one.",
    };

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    public static string LinkTo(string title) => $"Link to “{title}”";

    public static string LinkToSolution(SolutionKind kind) => kind == SolutionKind.Workaround ? "Link to workaround" : "Link to solution";

    public static string CopyLinkTo(string title) => $"Copy link to “{title}”";

    public static string CopyReplyTo(string title) => $"Copy reply for “{title}”";

    public static string CopyReplyWith(int number, string title) => $"Copy reply with number {number} for “{title}”";

    public static string TitleAndProblem(string title, string problem) => $"{title}: {problem}";

    public static string PublishedAgo(TimeSpan age) => $"Published {(age.TotalDays >= 1 ? Count((int)age.TotalDays, "day", "days") : age.TotalHours >= 1 ? Count((int)age.TotalHours, "hour", "hours") : age.TotalMinutes >= 1 ? Count((int)age.TotalMinutes, "minute", "minutes") : Count((int)age.TotalSeconds, "second", "seconds"))} ago.";

    public static string Findings(int errors, int warnings) => $"{Count(errors, "error", "errors")} and {Count(warnings, "warning", "warnings")} in the content.";

    public static string AuthorSummary(int onPage, int all) => $"{Count(onPage, "finding", "findings")} on this page, {all} in all";

    public static string LastEditionStays(string problem) => $"The last edition stays: {problem}";

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

    public static string Edition(string version, int pages, int issues) => $"Edition {version} · {Extent(pages, issues)}";

    /// <summary>Of the site. It names no edition, so that a page stays the same when another one changes.</summary>
    public static string Extent(int pages, int issues) => $"{(pages == 1 ? "1 page" : $"{pages} pages")} · {Issues(issues)}";

    public static string Date(DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
