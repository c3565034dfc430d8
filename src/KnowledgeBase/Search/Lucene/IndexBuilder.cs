using System.Collections.Immutable;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Writes documents into an index in memory, of a few parts, where a document's number is its place in the list.</summary>
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

    /// <summary>Builds the index of a site, on as many threads as there are processors; the result depends neither on them nor on what is kept.</summary>
    /// <param name="documents">Everything that can be found.</param>
    /// <param name="before">The parts of the edition before, of which those that say the same are kept.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static SectionIndex Build(ImmutableArray<SearchDocument> documents, ImmutableArray<IndexPart> before, CancellationToken cancellationToken)
    {
        var cut = IndexPart.Cut(documents, before);
        var known = before.ToDictionary(part => part.Documents[0].Page.Route, StringComparer.Ordinal);
        var parts = cut.Select(part => known.GetValueOrDefault(part[0].Page.Route)?.For(part)).ToArray();
        var missing = Enumerable.Range(0, parts.Length).Where(number => parts[number] is null).ToArray();
        Parallel.ForEach(missing, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new Lexicon(), (number, _, lexicon) =>
        {
            parts[number] = Write(cut[number], lexicon, cancellationToken);
            return lexicon;
        }, _ => { });
        return new SectionIndex(documents, [.. parts.Select(part => part!)], FrequentNames(parts.Select(part => part!.Names)), Abbreviations.In(parts.Select(part => part!.Abbreviations)));
    }

    private static IndexPart Write(ImmutableArray<SearchDocument> documents, Lexicon lexicon, CancellationToken cancellationToken)
    {
        // Merging neighbours alone keeps the documents in order; with room enough there is nothing to merge.
        var options = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { MergePolicy = new LogDocMergePolicy(), RAMBufferSizeMB = 256, UseCompoundFile = false };
        var directory = new RAMDirectory();
        var lengths = SearchField.All.Select(_ => new int[documents.Length]).ToArray();
        var titles = ImmutableArray.CreateBuilder<ImmutableArray<string>>(documents.Length);
        var words = new DocumentWords(lexicon);
        using (var writer = new IndexWriter(directory, options))
        {
            var streams = SearchField.All.Select(_ => new WordStream()).ToArray();
            var fields = SearchField.All.Select(field => new Field(field.Name, streams[field.Number], Type)).ToArray();
            var document = new Document();
            for (var number = 0; number < documents.Length; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                words.Read(documents[number]);
                titles.Add([.. words[SearchField.Title].Select(word => word.Lexeme.Text)]);
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
        }
        return new IndexPart(documents, DirectoryReader.Open(directory).Leaves.Single().AtomicReader, lengths, titles.MoveToImmutable(), words.Identifiers, words.Abbreviations);
    }

    private const int MaxNames = 2000;

    /// <summary>What is surely the name of something: written with underscores or colons, or of three parts and more.</summary>
    private static ImmutableArray<string> FrequentNames(IEnumerable<IReadOnlyDictionary<string, (string Written, int Count)>> identifiers) =>
    [
        .. identifiers.SelectMany(part => part).GroupBy(name => name.Key, name => name.Value, StringComparer.Ordinal).Select(name => (name.First().Written, Count: name.Sum(part => part.Count))).Where(name => name.Count > 1 && name.Written.Any(char.IsLetter) && (name.Written.Contains('_') || name.Written.Contains("::", StringComparison.Ordinal) || name.Written.Count(letter => letter == '.') > 1))
            .OrderByDescending(name => name.Count).ThenBy(name => name.Written, StringComparer.Ordinal).Take(MaxNames).Select(name => name.Written),
    ];
}
