using System.Collections.Immutable;
using System.Text;

namespace KnowledgeBase.Search;

/// <summary>
/// What a visitor typed, understood by a grammar of three rules: text in straight or curly double quotes must occur as it stands, <c>-word</c> after another word must not
/// occur, everything else is words. Any text is a question; there are no errors.
/// </summary>
/// <param name="Plain">The words to look for, those of phrases included, without signs.</param>
/// <param name="Phrases">What must occur.</param>
/// <param name="Exclusions">What must not.</param>
internal sealed record QueryText(string Plain, ImmutableArray<string> Phrases, ImmutableArray<string> Exclusions)
{
    /// <summary>Characters that are read; what follows is left out.</summary>
    public const int MaxLength = 2000;

    public static QueryText Parse(string? text)
    {
        var rest = (text ?? "").AsSpan();
        if (rest.Length > MaxLength)
            rest = rest[..MaxLength];
        var plain = new StringBuilder();
        var phrases = ImmutableArray.CreateBuilder<string>();
        var exclusions = ImmutableArray.CreateBuilder<string>();
        while (!rest.IsEmpty)
        {
            if (IsQuote(rest[0]) && EndOfPhrase(rest) is > 1 and var end)
            {
                phrases.Add(rest[1..end].ToString());
                plain.Append(' ').Append(rest[1..end]).Append(' ');
                rest = rest[(end + 1)..];
            }
            else if (EndOfExclusion(rest, plain) is > 0 and var close)
            {
                exclusions.Add(rest[1..close].ToString());
                rest = rest[close..];
            }
            else
            {
                plain.Append(rest[0]);
                rest = rest[1..];
            }
        }
        return new QueryText(plain.ToString(), phrases.ToImmutable(), exclusions.ToImmutable());
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
    private static int EndOfExclusion(ReadOnlySpan<char> text, StringBuilder before)
    {
        if (text.Length < 3 || text[0] != '-' || !char.IsLetter(text[1]) || !char.IsLetterOrDigit(text[2]) || before.Length == 0 || !char.IsWhiteSpace(before[^1]) || !HasWord(before))
            return 0;
        var end = 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return end;
    }

    private static bool HasWord(StringBuilder text)
    {
        for (var index = 0; index < text.Length; index++)
            if (char.IsLetterOrDigit(text[index]))
                return true;
        return false;
    }
}
