namespace KnowledgeBase.Web.Components;

// Of pages that tell how the site is doing: to its owner, to authors, to visitors while it does not.
internal static partial class Words
{
    public const string StatusTitle = "How the site is doing";
    public const string LastBuilds = "Last builds";
    public const string Time = "Time";
    public const string Took = "Took";
    public const string Result = "Result";
    public const string Diagnostics = "What authors should know";
    public const string AuthorPanel = "For the author";
    public const string DiagnosticsOfPage = "This page";
    public const string DiagnosticsElsewhere = "The rest of the site";
    public const string NoDiagnostics = "Nothing to report.";
    public const string StartingTitle = "The handbook is being built";
    public const string StartingAdvice = "It takes a moment after a start. The page you asked for will be here shortly.";
    public const string ErrorTitle = "Something went wrong on our side";
    public const string ErrorAdvice = "It is not your fault. Try again in a moment; if it happens again, tell support the number below.";
    public const string ErrorNumber = "Number of this error: {0}";

    public static string Milliseconds(long count) => $"{count} ms";

    public static string PublishedAgo(TimeSpan age) => $"Published {(age.TotalDays >= 1 ? Count((int)age.TotalDays, "day", "days") : age.TotalHours >= 1 ? Count((int)age.TotalHours, "hour", "hours") : age.TotalMinutes >= 1 ? Count((int)age.TotalMinutes, "minute", "minutes") : Count((int)age.TotalSeconds, "second", "seconds"))} ago.";

    public static string Findings(int errors, int warnings) => $"{Count(errors, "error", "errors")} and {Count(warnings, "warning", "warnings")} in the content.";

    public static string AuthorSummary(int onPage, int all) => $"{Count(onPage, "finding", "findings")} on this page, {all} in all";

    public static string LastEditionStays(string problem) => $"The last edition stays: {problem}";

    public static string Edition(string version, int pages, int issues) => $"Edition {version} · {Extent(pages, issues)}";
}
