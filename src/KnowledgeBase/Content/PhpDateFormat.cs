using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Content;

/// <summary>
/// A date format in PHP's letters (<c>d-m-Y H:i</c>), matched strictly: nothing overflows, nothing is left over. As in PHP, a part takes all that it can and gives
/// nothing back, so that no format takes long, whoever writes it.
/// </summary>
internal sealed class PhpDateFormat
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['d'] = @"(?<d>\d{2})",
        ['j'] = @"(?<d>\d{1,2})",
        ['m'] = @"(?<m>\d{2})",
        ['n'] = @"(?<m>\d{1,2})",
        ['Y'] = @"(?<y>\d{4})",
        ['M'] = "(?<month>[A-Za-z]{3})",
        ['F'] = "(?<month>[A-Za-z]{3,9})",
        ['D'] = "[A-Za-z]{3}",
        ['l'] = "[A-Za-z]{6,9}",
        ['S'] = "(st|nd|rd|th)",
        ['H'] = @"(?<h>\d{2})",
        ['G'] = @"(?<h>\d{1,2})",
        ['h'] = @"(?<h>\d{2})",
        ['g'] = @"(?<h>\d{1,2})",
        ['i'] = @"(?<i>\d{2})",
        ['s'] = @"(?<s>\d{2})",
        ['a'] = "(?<pm>am|pm)",
        ['A'] = "(?<pm>AM|PM)",
        ['P'] = @"[+-]\d{2}:\d{2}",
        ['O'] = @"[+-]\d{4}",
        ['T'] = "[A-Z]{1,5}",
    };

    private readonly Regex _pattern;

    private PhpDateFormat(Regex pattern, bool isMonthFirst)
    {
        _pattern = pattern;
        IsMonthFirst = isMonthFirst;
    }

    /// <summary>Whether the month stands first, the day behind it.</summary>
    public bool IsMonthFirst { get; }

    /// <summary>Translates a format; null where it is absent or uses letters that name no full date.</summary>
    public static PhpDateFormat? Parse(string? format)
    {
        if (string.IsNullOrWhiteSpace(format) || format.Length > 100)
            return null;
        var pattern = new StringBuilder("^");
        foreach (var letter in format)
        {
            if (Letters.TryGetValue(letter, out var part))
                pattern.Append("(?>").Append(part).Append(')');
            else if (char.IsAsciiLetter(letter))
                return null;
            else
                pattern.Append(Regex.Escape(letter.ToString()));
        }
        var day = format.AsSpan().IndexOfAny('d', 'j');
        var month = format.AsSpan().IndexOfAny("mnMF");
        var year = format.IndexOf('Y', StringComparison.Ordinal);
        return day < 0 || month < 0 || year < 0
            ? null
            : new PhpDateFormat(new Regex(pattern.Append('$').ToString(), RegexOptions.CultureInvariant), month < day && day < year);
    }

    /// <summary>The date that the text gives in this format; null where it does not match exactly.</summary>
    public DateTime? Match(string text)
    {
        var match = _pattern.Match(text);
        if (!match.Success)
            return null;
        var month = match.Groups["month"].Success ? GravDateReader.MonthOf(match.Groups["month"].Value) : Number(match, "m");
        var hour = Number(match, "h");
        if (match.Groups["pm"].Success)
            hour = (hour % 12) + (match.Groups["pm"].Value[0] is 'p' or 'P' ? 12 : 0);
        return GravDateReader.MakeValid(Number(match, "y"), month, Number(match, "d"), hour, Number(match, "i"), Number(match, "s"));
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;
}
