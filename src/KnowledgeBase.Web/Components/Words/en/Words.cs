using System.Globalization;
using KnowledgeBase.Web.Addresses;

namespace KnowledgeBase.Web.Components;

/// <summary>
/// Every word of the interface. Sentences are whole, carry placeholders and count for themselves, so that a translation can order and bend them freely. A
/// language is a folder like this one, chosen when the site is built: <c>-p:InterfaceLanguage=de</c> compiles <c>Words/de</c> in its place, and a word that
/// it lacks is an error of the compiler.
/// </summary>
internal static partial class Words
{
    public const string Language = "en";

    /// <summary>In which the language is written, <c>ltr</c> or <c>rtl</c>; the look follows it.</summary>
    public const string Direction = "ltr";

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
    public const string TryAgain = "Try again";
    public const string Copy = "Copy";
    public const string Copied = "Copied";
    public const string NotCopied = "Not copied";
    public const string DarkTheme = "Dark theme";
    public const string MainNavigation = "Main";
    public const string KnownIssues = "Known issues";
    public const string Filters = "Filters";
    public const string Page = "Page";
    public const string RemoveFilter = "Remove filter";
    public const string Feed = "Feed";
    public const string NoPagesYet = "There are no pages yet. Put the first one into the content folder.";
    public const string Search = "Search";
    public const string SearchThisSite = "Search this site";
    public const string SearchPlaceholder = "Search or paste an error";
    public const string KeyboardAndAccessibility = "Keyboard and accessibility";

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

    public static string PreviousOf(int count) => $"Previous {count}";

    public static string NextOf(int count) => $"Next {count}";

    /// <param name="longestWords">Letters of the words that are looked for.</param>
    public static string HintOf(AddressHint hint, int longestWords) => hint switch
    {
        AddressHint.WordsCut => $"Only the first {longestWords} characters of your words were looked for.",
        AddressHint.TooManyValues => "The address holds more or longer filters than this list can use; some were left out.",
        AddressHint.UnknownKind => "The address asks for a kind of result that does not exist; it was left out.",
        AddressHint.UnknownState => "The address asks for a state that does not exist; it was left out.",
        AddressHint.UnknownOrder => "The address asks for an order that does not exist; the issues are in page order.",
        _ => "The address asks for a part of the list that does not exist; this is the nearest one.",
    };

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    public static string LinkTo(string title) => $"Link to “{title}”";

    /// <summary>Of the site. It names no edition, so that a page stays the same when another one changes.</summary>
    public static string Extent(int pages, int issues) => $"{(pages == 1 ? "1 page" : $"{pages} pages")} · {Issues(issues)}";

    public static string Date(DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
