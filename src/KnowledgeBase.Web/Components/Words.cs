using System.Globalization;

namespace KnowledgeBase.Web.Components;

/// <summary>Every word of the interface, in one place. Sentences are whole and carry placeholders, so that a translation can order them freely.</summary>
internal static class Words
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
    public const string Contents = "Contents";
    public const string ApiDescription = "API";
    public const string PageNotFound = "Page not found";
    public const string PageNotFoundAt = "There is no page at {0}. It may have moved, or the address has a typing error.";
    public const string ClosestPages = "The closest pages";
    public const string OtherWaysOn = "Other ways on";
    public const string StartAtContents = "Start at the contents";
    public const string ErrorTitle = "Something went wrong on our side";
    public const string ErrorAdvice = "It is not your fault. Try again in a moment; if it happens again, tell support the number below.";
    public const string ErrorNumber = "Number of this error: {0}";
    public const string TryAgain = "Try again";
    public const string NoPagesYet = "There are no pages yet. Put the first one into the content folder.";

    /// <summary>The language of a text where it differs from the interface's; screen readers switch their voice by it.</summary>
    public static string? LanguageUnlessOurs(string? language) => language == Language ? null : language;

    /// <summary>What a title of the browser's tab looks like.</summary>
    public static string DocumentTitle(string page, string site) => page == site ? site : $"{page} – {site}";

    public static string PagesIn(string section) => $"Pages in {section}";

    public static string More(int count) => $"{count} more";

    public static string Issues(int count) => count == 1 ? "1 known issue" : $"{count} known issues";

    public static string IssuesWithSolution(int count, int solved) => solved switch
    {
        0 => $"{Issues(count)}, none with a solution or workaround yet.",
        _ when count == 1 => $"{Issues(count)}, with a solution or workaround.",
        _ => $"{Issues(count)}, {solved} with a solution or workaround.",
    };

    public static string Edition(string version, int pages, int issues) => $"Edition {version} · {(pages == 1 ? "1 page" : $"{pages} pages")} · {Issues(issues)}";

    public static string Date(DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
