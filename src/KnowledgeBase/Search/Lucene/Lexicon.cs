using Lucene.Net.Analysis.Miscellaneous;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Folds and stems each different word once. Not safe to share between threads.</summary>
internal sealed class Lexicon
{
    /// <summary>Longer words are cut: nobody types them, and they would fill the index.</summary>
    public const int MaxLength = 100;

    private readonly Dictionary<string, Lexeme> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly char[] _letters = new char[MaxLength];
    private readonly char[] _folded = new char[MaxLength * 4];

    public Lexicon() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The compared form of a word as written.</summary>
    public Lexeme Of(ReadOnlySpan<char> word)
    {
        var folded = Fold(word);
        if (_lookup.TryGetValue(folded, out var lexeme))
            return lexeme;
        var text = folded.ToString();
        var stem = WordStem.Of(text);
        return _known[text] = new Lexeme(text, stem == text ? text : stem);
    }

    private ReadOnlySpan<char> Fold(ReadOnlySpan<char> word)
    {
        var length = Math.Min(word.Length, MaxLength);
        var isPlain = true;
        for (var index = 0; index < length; index++)
        {
            var letter = char.ToLowerInvariant(word[index]);
            isPlain &= letter < 0x80;
            _letters[index] = letter;
        }
        if (isPlain)
            return _letters.AsSpan(0, length);
        var folded = ASCIIFoldingFilter.FoldToASCII(_letters, 0, _folded, 0, length);
        return _folded.AsSpan(0, Math.Min(folded, MaxLength));
    }
}
