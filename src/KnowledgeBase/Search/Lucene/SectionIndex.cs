using System.Collections.Immutable;
using KnowledgeBase.Content;

namespace KnowledgeBase.Search.Lucene;

/// <summary>An index that is ready to be asked: the postings, what they are about, and the lengths that Lucene need not keep. Immutable; safe to share.</summary>
internal sealed class SectionIndex
{
    private readonly float[][] _norms;

    public SectionIndex(ImmutableArray<SearchDocument> documents, ImmutableArray<IndexPart> parts, ImmutableArray<string> names, ImmutableArray<SynonymGroup> abbreviations)
    {
        Documents = documents;
        Names = names;
        Abbreviations = abbreviations;
        Parts = parts;
        Segments = SegmentsOf(parts);
        int[][] lengths = [.. SearchField.All.Select(field => (int[])[.. parts.SelectMany(part => part.Lengths[field.Number])])];
        _norms = [.. SearchField.All.Select(field => Norms(field, lengths[field.Number]))];
        TitleLengths = lengths[SearchField.Title.Number];
        PageNumbers = [.. documents.Select(document => document.PageNumber)];
        Kinds = [.. documents.Select(document => document.Kind)];
        Facets = new FacetTable(documents);
        Vocabulary = Vocabulary.Of(Segments);
    }

    public ImmutableArray<SearchDocument> Documents { get; }

    /// <summary>Names of settings, commands and the like, as written, most frequent first.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Abbreviations with what they stand for, as the texts say.</summary>
    public ImmutableArray<SynonymGroup> Abbreviations { get; }

    /// <summary>What it is put together of, for the next edition.</summary>
    public ImmutableArray<IndexPart> Parts { get; }

    /// <summary>The postings, in the order of the documents.</summary>
    public ImmutableArray<Segment> Segments { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>What the documents can be narrowed by.</summary>
    public FacetTable Facets { get; }

    /// <summary>Words of each document's title.</summary>
    public int[] TitleLengths { get; }

    /// <summary>The page of each document.</summary>
    public ImmutableArray<int> PageNumbers { get; }

    /// <summary>What each document is.</summary>
    public ImmutableArray<SearchKind> Kinds { get; }

    /// <summary>What an occurrence in a field of a document counts, its length considered.</summary>
    public float[] NormsOf(SearchField field) => _norms[field.Number];

    private static ImmutableArray<Segment> SegmentsOf(ImmutableArray<IndexPart> parts)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>(parts.Length);
        var first = 0;
        foreach (var part in parts)
        {
            segments.Add(new Segment(first, part.Reader));
            first += part.Documents.Length;
        }
        return segments.ToImmutable();
    }

    private static float[] Norms(SearchField field, int[] lengths)
    {
        var used = lengths.Where(length => length > 0).ToArray();
        var average = used.Length == 0 ? 1 : (float)used.Average();
        return [.. lengths.Select(length => field.Weight / (1 - field.LengthShare + (field.LengthShare * length / average)))];
    }
}
