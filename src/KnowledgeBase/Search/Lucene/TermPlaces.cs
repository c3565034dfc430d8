using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Where one term stands in one field, over all segments. Read forwards, once.</summary>
internal sealed class TermPlaces(ImmutableArray<(int First, DocsAndPositionsEnum Positions)> segments)
{
    private int _segment;

    /// <summary>Adds the positions in a document; documents must be asked for in ascending order, each once.</summary>
    public void AddOf(int document, List<int> places, int limit)
    {
        while (_segment + 1 < segments.Length && segments[_segment + 1].First <= document)
            _segment++;
        var (first, positions) = segments[_segment];
        if (document < first)
            return;
        if (positions.DocID < document - first)
            positions.Advance(document - first);
        if (positions.DocID != document - first)
            return;
        for (var left = positions.Freq; left > 0 && places.Count < limit; left--)
            places.Add(positions.NextPosition());
    }

    /// <summary>Adds every place, document and position in one number.</summary>
    public void AddAll(HashSet<long> places)
    {
        foreach (var (first, positions) in segments)
            while (positions.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                for (var left = positions.Freq; left > 0; left--)
                    places.Add(((long)(positions.DocID + first) << 32) + positions.NextPosition());
    }
}
