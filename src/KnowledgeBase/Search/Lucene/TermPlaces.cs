using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Where one term stands in one field, over all segments. Read forwards, once: documents are asked for in ascending order.</summary>
internal sealed class TermPlaces(ImmutableArray<(int First, DocsAndPositionsEnum Positions)> segments)
{
    private int _segment;

    /// <summary>The first document from <paramref name="document"/> on; <see cref="int.MaxValue"/> where there is none.</summary>
    public int Next(int document)
    {
        for (; _segment < segments.Length; _segment++)
        {
            var (first, positions) = segments[_segment];
            var wanted = Math.Max(0, document - first);
            var found = positions.DocID < wanted ? positions.Advance(wanted) : positions.DocID;
            if (found != DocIdSetIterator.NO_MORE_DOCS)
                return found + first;
        }
        return int.MaxValue;
    }

    /// <summary>Adds the positions in a document; each document may be asked for once.</summary>
    public void AddOf(int document, List<int> places, int limit)
    {
        if (Next(document) != document)
            return;
        var positions = segments[_segment].Positions;
        for (var left = positions.Freq; left > 0 && places.Count < limit; left--)
            places.Add(positions.NextPosition());
    }
}
