using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Content;

/// <summary>
/// Reads the dates that Grav sites write, by one rule without overflow: Grav itself turns <c>08-14-2019</c> into February 2020. A number that cannot be a
/// month decides the order; where both orders are possible the site's own counts, and the date is marked ambiguous.
/// </summary>
internal sealed partial class GravDateReader
{
    private readonly PhpDateFormat? _siteFormat;

    /// <param name="siteFormat">The site's <c>pages.dateformat.default</c> in PHP's letters, if any.</param>
    public GravDateReader(string? siteFormat) => _siteFormat = PhpDateFormat.Parse(siteFormat);

    /// <summary>Reads a date; null where the text is none.</summary>
    /// <param name="text">The header's text.</param>
    /// <param name="pageFormat">The page's own <c>dateformat</c>, tried first.</param>
    public GravDate? Read(string text, string? pageFormat = null)
    {
        var raw = text.Trim().Trim('\'', '"').Trim();
        // Digits of other scripts match a pattern's \d, but are no numbers to the parser.
        if (raw.Length is 0 or > 100 || !Ascii.IsValid(raw))
            return null;
        var value = PhpDateFormat.Parse(pageFormat)?.Match(raw) ?? _siteFormat?.Match(raw) ?? ReadByShape(raw);
        return value is { } date ? new GravDate(date, IsAmbiguous(raw)) : null;
    }

    private DateTime? ReadByShape(string raw) => ReadYearFirst(raw) ?? ReadNumbers(raw) ?? ReadDigits(raw) ?? ReadMonthName(raw);

    private static DateTime? ReadYearFirst(string raw)
    {
        if (YearFirst().Match(raw) is not { Success: true } match)
            return null;
        return Make(Number(match, "y"), Number(match, "m"), Number(match, "d"), match);
    }

    private DateTime? ReadNumbers(string raw)
    {
        if (YearLast().Match(raw) is not { Success: true } match)
            return null;
        var (first, second, year) = (Number(match, "a"), Number(match, "b"), Number(match, "y"));
        var dayFirst = match.Groups["sep"].Value == "/"
            ? first > 12
            : second <= 12 && (first > 12 || _siteFormat is not { IsMonthFirst: true });
        return dayFirst ? Make(year, second, first, match) : Make(year, first, second, match);
    }

    private static DateTime? ReadDigits(string raw)
    {
        if (!raw.All(char.IsAsciiDigit))
            return null;
        if (raw.Length == 8)
            return DateTime.TryParseExact(raw, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        return raw.Length is >= 9 and <= 11 ? DateTime.SpecifyKind(DateTime.UnixEpoch.AddSeconds(long.Parse(raw, CultureInfo.InvariantCulture)), DateTimeKind.Unspecified) : null;
    }

    private static DateTime? ReadMonthName(string raw)
    {
        if (MonthName().Match(Ordinals().Replace(raw, "$1")) is not { Success: true } match)
            return null;
        return Make(Number(match, "y"), MonthOf(match.Groups["month"].Value), Number(match, "d"), match);
    }

    /// <summary>1 to 12 for an English month's name, whole or cut to three or four letters; 0 for another word.</summary>
    internal static int MonthOf(string name) => 1 + Array.FindIndex(
        CultureInfo.InvariantCulture.DateTimeFormat.MonthNames,
        month => month.Length >= name.Length && name.Length >= 3 && (name.Length is 3 or 4 || name.Length == month.Length) && month.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsAmbiguous(string raw)
    {
        if (YearLast().Match(raw) is not { Success: true } match)
            return false;
        var (first, second) = (Number(match, "a"), Number(match, "b"));
        return first <= 12 && second <= 12 && first != second;
    }

    private static DateTime? Make(int year, int month, int day, Match match)
    {
        var (hour, minute, second) = (Number(match, "h"), Number(match, "i"), Number(match, "s"));
        if (match.Groups["pm"].Success)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (match.Groups["pm"].Value[0] is 'p' or 'P' ? 12 : 0);
        }
        return MakeValid(year, month, day, hour, minute, second);
    }

    internal static DateTime? MakeValid(int year, int month, int day, int hour, int minute, int second) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
        && hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59
            ? new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified)
            : null;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private const string Time = @"(?<h>\d{1,2}):(?<i>\d{1,2})(:(?<s>\d{1,2})([.,]\d+)?)?\s*(?<pm>[AaPp]\.?[Mm]\.?)?";

    [GeneratedRegex(@"^(?<y>\d{4})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?:(?:[Tt]|\s+)" + Time + @"\s*([Zz]|UTC|GMT|[+-]\d{2}:?\d{2})?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [GeneratedRegex("^(?:" + Time + @"\s+(?<a>\d{1,2})(?<sep>[-/.])(?<b>\d{1,2})\k<sep>(?<y>\d{4})|(?<a>\d{1,2})(?<sep>[-/.])(?<b>\d{1,2})\k<sep>(?<y>\d{4})(?:(?:[Tt]|,?\s+)" + Time + ")?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^(?:[A-Za-z]+day,?\s+)?(?:(?<month>[A-Za-z]{3,9})\.?\s+(?<d>\d{1,2})|(?<d>\d{1,2})\.?\s+(?<month>[A-Za-z]{3,9})\.?),?\s+(?<y>\d{4})(?:,?\s+" + Time + ")?$", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthName();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinals();
}
