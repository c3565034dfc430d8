using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Where a term stands: how often in which document, or at which positions. One for each question; not safe to share.</summary>
internal sealed class PostingsReader(ImmutableArray<Segment> segments)
{
    private readonly TermsEnum?[][] _terms = [.. segments.Select(segment => (TermsEnum?[])[.. SearchField.All.Select(field => segment.Reader?.GetTerms(field.Name)?.GetEnumerator())])];
    private readonly BytesRef _bytes = new(Lexicon.MaxLength * 4);
    private DocsEnum? _documents;

    /// <summary>The documents with the term in the field, in order, each with how often it stands there.</summary>
    public IEnumerable<(int Document, int Times)> Documents(SearchField field, string term)
    {
        for (var number = 0; number < segments.Length; number++)
        {
            if (Find(number, field, term) is not { } found)
                continue;
            _documents = found.Docs(null, _documents, DocsFlags.FREQS);
            while (_documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                yield return (_documents.DocID + segments[number].First, _documents.Freq);
        }
    }

    /// <summary>The places of the term in the field; null where it does not stand there.</summary>
    public TermPlaces? Places(SearchField field, string term)
    {
        var found = ImmutableArray.CreateBuilder<(int First, DocsAndPositionsEnum Positions)>();
        for (var number = 0; number < segments.Length; number++)
            if (Find(number, field, term)?.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE) is { } positions)
                found.Add((segments[number].First, positions));
        return found.Count > 0 ? new TermPlaces(found.ToImmutable()) : null;
    }

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
            Places(field, term.Text)?.AddAll(places);
        return places;
    }

    private TermsEnum? Find(int segment, SearchField field, string term)
    {
        if (_terms[segment][field.Number] is not { } terms)
            return null;
        _bytes.CopyChars(term);
        return terms.SeekExact(_bytes) ? terms : null;
    }
}
