using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Where a term stands: how often in which document, or at which positions. One for each question; not safe to share.</summary>
internal sealed class PostingsReader(AtomicReader reader)
{
    private readonly TermsEnum?[] _terms = [.. SearchField.All.Select(field => reader.GetTerms(field.Name)?.GetEnumerator())];
    private readonly BytesRef _bytes = new(Lexicon.MaxLength * 4);
    private DocsEnum? _documents;

    /// <summary>The documents with the term in the field, in order; null where there are none.</summary>
    public DocsEnum? Documents(SearchField field, string term) =>
        Find(field, term) is { } found ? _documents = found.Docs(null, _documents, DocsFlags.FREQS) : null;

    /// <summary>The same with positions; the result is its own and may be kept while others are asked for.</summary>
    public DocsAndPositionsEnum? Positions(SearchField field, string term) =>
        Find(field, term)?.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);

    /// <summary>How often words follow each other in a field, by document.</summary>
    public Dictionary<int, int> Phrase(SearchField field, ImmutableArray<WordForm> words)
    {
        var starts = PlacesOf(field, words[0]);
        for (var index = 1; index < words.Length && starts.Count > 0; index++)
        {
            var next = PlacesOf(field, words[index]);
            starts.RemoveWhere(start => !next.Contains(start + index));
        }
        var counts = new Dictionary<int, int>();
        foreach (var start in starts)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (int)(start >> 32), out _)++;
        return counts;
    }

    /// <summary>Document and position in one number each, so that the next position is the next number.</summary>
    private HashSet<long> PlacesOf(SearchField field, WordForm form)
    {
        var places = new HashSet<long>();
        foreach (var term in form.Terms)
        {
            if (Positions(field, term.Text) is not { } positions)
                continue;
            while (positions.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                for (var left = positions.Freq; left > 0; left--)
                    places.Add(((long)positions.DocID << 32) + positions.NextPosition());
        }
        return places;
    }

    private TermsEnum? Find(SearchField field, string term)
    {
        if (_terms[field.Number] is not { } terms)
            return null;
        _bytes.CopyChars(term);
        return terms.SeekExact(_bytes) ? terms : null;
    }
}
