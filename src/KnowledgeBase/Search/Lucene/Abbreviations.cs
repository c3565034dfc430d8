using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Lucene;

/// <summary>
/// Abbreviations that texts explain themselves: <c>application layer gateway (ALG)</c> or <c>ALG (application layer gateway)</c>. Who asks for one finds
/// the other, whatever a site is about and without a list. Not safe to share between threads.
/// </summary>
internal sealed class Abbreviations
{
    private const int MinLetters = 2;
    private const int MaxLetters = 6;
    private const int MaxLength = 80;

    /// <summary>More would be no abbreviations any more.</summary>
    private const int MaxGroups = 2000;

    private readonly Dictionary<(string Short, string Long), int> _found = [];
    private readonly List<Range> _words = [];

    /// <summary>Adds what a text explains.</summary>
    public void Read(string text)
    {
        for (var open = text.IndexOf('('); open > 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.AsSpan(open, Math.Min(MaxLength, text.Length - open)).IndexOf(')');
            if (close < 0)
                continue;
            var before = text.AsSpan(Math.Max(0, open - MaxLength), Math.Min(MaxLength, open)).TrimEnd();
            var inside = text.AsSpan(open + 1, close - 1).Trim();
            var word = LastWord(before);
            if (IsShort(inside))
                Add(inside, LongAtEnd(before, Letters(inside)));
            else if (IsShort(word) && LongAtEnd(inside, Letters(word)) is var explained && explained.Length == inside.Length)
                Add(word, explained);
        }
    }

    /// <summary>The explanation that texts give most often of each, in the order of the alphabet.</summary>
    public static ImmutableArray<SynonymGroup> In(IEnumerable<Abbreviations> parts) =>
    [
        .. parts.SelectMany(part => part._found).GroupBy(found => found.Key, found => found.Value).Select(found => (found.Key.Short, found.Key.Long, Count: found.Sum()))
            .GroupBy(found => found.Short, StringComparer.Ordinal).Select(group => group.OrderByDescending(found => found.Count).ThenBy(found => found.Long, StringComparer.Ordinal).First())
            .OrderByDescending(found => found.Count).ThenBy(found => found.Short, StringComparer.Ordinal).Take(MaxGroups)
            .Select(found => new SynonymGroup(SynonymRelation.Equal, [found.Short, found.Long])),
    ];

    private void Add(ReadOnlySpan<char> abbreviation, ReadOnlySpan<char> explained)
    {
        if (!explained.IsEmpty)
            CollectionsMarshal.GetValueRefOrAddDefault(_found, (Letters(abbreviation).ToString().ToLowerInvariant(), explained.ToString().ToLowerInvariant()), out _)++;
    }

    /// <summary>Capitals, perhaps with the s of a plural; none that are an everyday word in small letters (IT, US), which every text is full of.</summary>
    private static bool IsShort(ReadOnlySpan<char> word) =>
        Letters(word) is { Length: >= MinLetters and <= MaxLetters } letters && !letters.ContainsAnyExceptInRange('A', 'Z')
        && !QuestionWords.Contains(letters.ToString().ToLowerInvariant());

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> word) => word.EndsWith("s", StringComparison.Ordinal) ? word[..^1] : word;

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(" \n\t") + 1)..];

    /// <summary>The words at the end of a text that begin with these letters, one each; small words between them are passed over. Empty where they do not.</summary>
    private ReadOnlySpan<char> LongAtEnd(ReadOnlySpan<char> text, ReadOnlySpan<char> letters)
    {
        ReadWords(text);
        var index = _words.Count - 1;
        for (var letter = letters.Length - 1; letter >= 0; letter--, index--)
        {
            while (index >= 0 && letter < letters.Length - 1 && !Begins(text[_words[index]], letters[letter]) && text[_words[index]] is "of" or "and" or "for" or "the" or "to" or "in")
                index--;
            if (index < 0 || !Begins(text[_words[index]], letters[letter]))
                return [];
        }
        return text[_words[index + 1].Start..];
    }

    private static bool Begins(ReadOnlySpan<char> word, char capital) => word.Length > 1 && char.ToUpperInvariant(word[0]) == capital;

    /// <summary>The words after the last mark that ends a sentence or a part of one.</summary>
    private void ReadWords(ReadOnlySpan<char> text)
    {
        _words.Clear();
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsLetterOrDigit(text[index]))
            {
                var start = index;
                while (index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]))
                    index++;
                _words.Add(start..(index + 1));
            }
            else if (text[index] is not (' ' or '-'))
            {
                _words.Clear();
            }
        }
    }
}
