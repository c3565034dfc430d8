using System.Collections.Immutable;
using Lucene.Net.Index;

namespace KnowledgeBase.Search.Lucene;

/// <summary>An index that is ready to be asked: the postings, what they are about, and the lengths that Lucene need not keep. Immutable; safe to share.</summary>
internal sealed class SectionIndex
{
    private readonly float[][] _norms;

    public SectionIndex(ImmutableArray<SearchDocument> documents, DirectoryReader reader, int[][] lengths, ImmutableArray<string> names)
    {
        Documents = documents;
        Names = names;
        Postings = reader.Leaves.Count > 0 ? reader.Leaves[0].AtomicReader : null;
        _norms = [.. SearchField.All.Select(field => Norms(field, lengths[field.Number]))];
        TitleLengths = lengths[SearchField.Title.Number];
        PageNumbers = [.. documents.Select(document => document.PageNumber)];
        Vocabulary = Vocabulary.Of(Postings);
    }

    public ImmutableArray<SearchDocument> Documents { get; }

    /// <summary>Names of settings, commands and the like, as written, most frequent first.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Lucene's reader of the one segment, null for an empty site.</summary>
    public AtomicReader? Postings { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Words of each document's title.</summary>
    public int[] TitleLengths { get; }

    /// <summary>The page of each document.</summary>
    public ImmutableArray<int> PageNumbers { get; }

    /// <summary>What an occurrence in a field of a document counts, its length considered.</summary>
    public float[] NormsOf(SearchField field) => _norms[field.Number];

    private static float[] Norms(SearchField field, int[] lengths)
    {
        var used = lengths.Where(length => length > 0).ToArray();
        var average = used.Length == 0 ? 1 : (float)used.Average();
        return [.. lengths.Select(length => field.Weight / (1 - field.LengthShare + (field.LengthShare * length / average)))];
    }
}
