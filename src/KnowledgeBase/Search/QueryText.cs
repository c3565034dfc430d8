using System.Collections.Immutable;

namespace KnowledgeBase.Search;

/// <summary>
/// What a visitor typed, understood by a grammar of three rules: text in straight or curly double quotes must occur as it stands, <c>-word</c> after another word must not
/// occur, everything else is words. Any text is a question; there are no errors.
/// </summary>
/// <param name="Raw">The text as far as it is read.</param>
/// <param name="Plain">The same with quotes and excluded words blanked out: what to look for, each word at its place.</param>
/// <param name="Phrases">What must occur.</param>
/// <param name="Exclusions">What must not.</param>
internal sealed record QueryText(string Raw, string Plain, ImmutableArray<string> Phrases, ImmutableArray<string> Exclusions)
{
    /// <summary>Characters that are read; what follows is left out.</summary>
    public const int MaxLength = 2000;

    public static QueryText Parse(string? text)
    {
        var raw = text is null ? "" : text.Length > MaxLength ? text[..MaxLength] : text;
        var plain = raw.ToCharArray();
        var phrases = ImmutableArray.CreateBuilder<string>();
        var exclusions = ImmutableArray.CreateBuilder<string>();
        var hasWord = false;
        for (var index = 0; index < raw.Length; index++)
        {
            var rest = raw.AsSpan(index);
            if (IsQuote(rest[0]) && EndOfPhrase(rest) is > 1 and var end)
            {
                phrases.Add(rest[1..end].ToString());
                (plain[index], plain[index + end]) = (' ', ' ');
                index += end;
                hasWord = true;
            }
            else if (hasWord && char.IsWhiteSpace(raw[index - 1]) && EndOfExclusion(rest) is > 0 and var close)
            {
                exclusions.Add(rest[1..close].ToString());
                plain.AsSpan(index, close).Fill(' ');
                index += close - 1;
            }
            hasWord |= char.IsLetterOrDigit(raw[index]);
        }
        return new QueryText(raw, new string(plain), phrases.ToImmutable(), exclusions.ToImmutable());
    }

    private static bool IsQuote(char letter) => letter is '"' or '“' or '”' or '„';

    private static int EndOfPhrase(ReadOnlySpan<char> text)
    {
        for (var index = 1; index < text.Length; index++)
            if (IsQuote(text[index]))
                return index;
        return 0;
    }

    /// <summary>A hyphen after a blank and before a word of two letters and more: <c>-h</c> and <c>--name</c> are options of commands.</summary>
    private static int EndOfExclusion(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '-' || !char.IsLetter(text[1]) || !char.IsLetterOrDigit(text[2]))
            return 0;
        var end = 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return end;
    }
}
