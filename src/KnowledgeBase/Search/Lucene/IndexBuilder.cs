using System.Collections.Immutable;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Writes documents into an index in memory, of one segment for each thread, where a document's number is its place in the list.</summary>
internal static class IndexBuilder
{
    private static readonly FieldType Type = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    };

    static IndexBuilder() => Type.Freeze();

    /// <summary>Builds the index of a site, on as many threads as it is worth; the result does not depend on them.</summary>
    public static SectionIndex Build(ImmutableArray<SearchDocument> documents, CancellationToken cancellationToken)
    {
        var lengths = new int[SearchField.All.Length][];
        for (var field = 0; field < lengths.Length; field++)
            lengths[field] = new int[documents.Length];
        var count = Math.Clamp(documents.Length / MinSegment, 1, Environment.ProcessorCount);
        var segments = new Segment[count];
        var words = new DocumentWords[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, number =>
        {
            var (first, end) = (documents.Length * number / count, documents.Length * (number + 1) / count);
            var directory = new RAMDirectory();
            words[number] = Write(documents, first, end, directory, lengths, cancellationToken);
            segments[number] = new Segment(first, DirectoryReader.Open(directory).Leaves is [var leaf] ? leaf.AtomicReader : null);
        });
        return new SectionIndex(documents, [.. segments], lengths, FrequentNames(words.Select(part => part.Identifiers)), Abbreviations.In(words.Select(part => part.Abbreviations)));
    }

    /// <summary>Documents for which a thread of its own pays.</summary>
    private const int MinSegment = 2000;

    private static DocumentWords Write(ImmutableArray<SearchDocument> documents, int first, int end, RAMDirectory directory, int[][] lengths, CancellationToken cancellationToken)
    {
        // Merging neighbours alone keeps the documents in order; with room enough there is nothing to merge.
        var options = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { MergePolicy = new LogDocMergePolicy(), RAMBufferSizeMB = 256, UseCompoundFile = false };
        using var writer = new IndexWriter(directory, options);
        var words = new DocumentWords(new Lexicon());
        var streams = SearchField.All.Select(_ => new WordStream()).ToArray();
        var fields = SearchField.All.Select(field => new Field(field.Name, streams[field.Number], Type)).ToArray();
        var document = new Document();
        for (var number = first; number < end; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            words.Read(documents[number]);
            document.Fields.Clear();
            foreach (var field in SearchField.All)
            {
                lengths[field.Number][number] = words.LengthOf(field);
                if (words[field].Count == 0)
                    continue;
                streams[field.Number].Of(words[field]);
                document.Add(fields[field.Number]);
            }
            writer.AddDocument(document);
        }
        writer.ForceMerge(1);
        return words;
    }

    private const int MaxNames = 2000;

    /// <summary>What is surely the name of something: written with underscores or colons, or of three parts and more.</summary>
    private static ImmutableArray<string> FrequentNames(IEnumerable<Dictionary<string, (string Written, int Count)>> identifiers) =>
    [
        .. identifiers.SelectMany(part => part).GroupBy(name => name.Key, name => name.Value, StringComparer.Ordinal).Select(name => (name.First().Written, Count: name.Sum(part => part.Count))).Where(name => name.Count > 1 && name.Written.Any(char.IsLetter) && (name.Written.Contains('_') || name.Written.Contains("::", StringComparison.Ordinal) || name.Written.Count(letter => letter == '.') > 1))
            .OrderByDescending(name => name.Count).ThenBy(name => name.Written, StringComparer.Ordinal).Take(MaxNames).Select(name => name.Written),
    ];
}
