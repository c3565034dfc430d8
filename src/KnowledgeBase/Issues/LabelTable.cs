using System.Text.RegularExpressions;

namespace KnowledgeBase.Issues;

/// <summary>
/// The words that make a bold line a label, in English and German. A text must match as a whole: <c>**Solution** is to restart</c> is prose, and
/// a heading <c>Known issues</c> is a heading.
/// </summary>
internal static partial class LabelTable
{
    /// <summary>What a label means; null for one that is not in the table.</summary>
    public static IssueSectionKind? KindOf(string label)
    {
        var text = label.Trim().TrimEnd(':').TrimEnd().ToLowerInvariant();
        if (text.Length is 0 or > 60)
            return null;
        return text switch
        {
            _ when Problem().IsMatch(text) => IssueSectionKind.Problem,
            _ when Solution().IsMatch(text) => IssueSectionKind.Solution,
            _ when Workaround().IsMatch(text) => IssueSectionKind.Workaround,
            _ when Regions().IsMatch(text) => IssueSectionKind.Regions,
            _ when Reproduction().IsMatch(text) => IssueSectionKind.Reproduction,
            _ when Background().IsMatch(text) => IssueSectionKind.Background,
            _ when AffectedVersions().IsMatch(text) => IssueSectionKind.AffectedVersions,
            _ when Affected().IsMatch(text) => IssueSectionKind.Affected,
            _ when FixedIn().IsMatch(text) => IssueSectionKind.FixedIn,
            "status" => IssueSectionKind.Status,
            _ when Since().IsMatch(text) => IssueSectionKind.Since,
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?:problem(?: (?:statement|description))?|issue|symptoms?|problembeschreibung|beschreibung)$")]
    private static partial Regex Problem();

    // "Solution(s)" is how templates write it.
    [GeneratedRegex(@"^(?:(?:possible|known|proposed) )?(?:solutions?|solution\(s\)|fix|fixes|resolutions?|lösung|lösungen)$")]
    private static partial Regex Solution();

    [GeneratedRegex(@"^(?:(?:temporary|possible|known) )?work-?arounds?$")]
    private static partial Regex Workaround();

    [GeneratedRegex(@"^(?:affected regions?|regions? affected|regions?|betroffene regionen)$")]
    private static partial Regex Regions();

    [GeneratedRegex(@"^(?:reproduction(?: steps)?|reproduce|steps to reproduce|how to reproduce)$")]
    private static partial Regex Reproduction();

    [GeneratedRegex(@"^(?:(?:technical )?background|(?:root )?cause)$")]
    private static partial Regex Background();

    [GeneratedRegex(@"^(?:affected versions?|versions? affected|betroffene versionen)$")]
    private static partial Regex AffectedVersions();

    [GeneratedRegex(@"^affected (?:products?|components?|services?)$")]
    private static partial Regex Affected();

    [GeneratedRegex(@"^(?:fixed in|behoben in)$")]
    private static partial Regex FixedIn();

    [GeneratedRegex(@"^(?:since|seit)$")]
    private static partial Regex Since();
}
