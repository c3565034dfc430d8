using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Every word of a site and in how many sections it stands: for words that are unfinished or mistyped. Immutable; safe to share.</summary>
internal sealed class Vocabulary
{
    private readonly string[] _words;
    private readonly int[] _counts;

    private Vocabulary(string[] words, int[] counts) => (_words, _counts) = (words, counts);

    /// <summary>The words of all text fields.</summary>
    public static Vocabulary Of(ImmutableArray<Segment> segments)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in (SearchField[])[SearchField.Title, SearchField.Page, SearchField.Body, SearchField.Code, SearchField.Tag])
            foreach (var (word, count) in CountsIn(field, segments))
                counts[word] = Math.Max(counts.GetValueOrDefault(word), count);
        var words = counts.Keys.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        return new Vocabulary(words, [.. words.Select(word => counts[word])]);
    }

    private static Dictionary<string, int> CountsIn(SearchField field, ImmutableArray<Segment> segments)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            if (segment.Reader.GetTerms(field.Name)?.GetEnumerator() is not { } terms)
                continue;
            // Stems sort behind the words.
            while (terms.MoveNext() && terms.Term.Bytes[terms.Term.Offset] != Lexeme.StemMark)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, terms.Term.Utf8ToString(), out _) += terms.DocFreq;
        }
        return counts;
    }

    /// <summary>In how many sections a word stands, 0 for an unknown one.</summary>
    public int CountOf(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal) is >= 0 and var index ? _counts[index] : 0;

    /// <summary>The most frequent words that go on after <paramref name="prefix"/>.</summary>
    public IEnumerable<string> Continuations(string prefix, int limit)
    {
        var (first, end) = Range(prefix);
        return Enumerable.Range(first, end - first).Where(index => _words[index].Length > prefix.Length)
            .OrderByDescending(index => _counts[index]).ThenBy(index => index).Take(limit).Select(index => _words[index]);
    }

    /// <summary>Words that differ by few slips, nearest and then most frequent first. The first letter is taken to be right, or swapped with the second.</summary>
    public IEnumerable<(string Word, int Edits, int Count)> Neighbours(string word, int maxEdits)
    {
        var found = new List<(string Word, int Edits, int Count)>();
        Collect(word[..1]);
        if (word.Length > 1 && word[0] != word[1])
            Collect(string.Concat(word.AsSpan(1, 1), word.AsSpan(0, 1)));
        return found.OrderBy(near => near.Edits).ThenByDescending(near => near.Count).ThenBy(near => near.Word, StringComparer.Ordinal);

        void Collect(string prefix)
        {
            var (first, end) = Range(prefix);
            for (var index = first; index < end; index++)
            {
                if (Math.Abs(_words[index].Length - word.Length) <= maxEdits && EditDistance.Within(word, _words[index], maxEdits) is { } edits and > 0)
                    found.Add((_words[index], edits, _counts[index]));
            }
        }
    }

    private (int First, int End) Range(string prefix)
    {
        var first = LowerBound(prefix);
        return (first, LowerBound(prefix + '\uFFFF', first));
    }

    private int LowerBound(string word, int from = 0)
    {
        var index = Array.BinarySearch(_words, from, _words.Length - from, word, StringComparer.Ordinal);
        return index >= 0 ? index : ~index;
    }
}
