using System.Collections.Immutable;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Collects where the scores of some documents come from, while a ranker works.</summary>
internal sealed class ScoreTrace(IEnumerable<int> documents)
{
    private sealed record Entry
    {
        public Dictionary<int, (Alternative Alternative, double Score)> Words { get; } = [];

        public (double Words, double CoverageFactor, double Title, double KindFactor) Sums { get; set; }

        public double Proximity { get; set; }
    }

    private readonly Dictionary<int, Entry> _entries = documents.ToDictionary(document => document, _ => new Entry());

    public void Word(int document, int concept, Alternative alternative, double score)
    {
        if (_entries.TryGetValue(document, out var entry))
            entry.Words[concept] = (alternative, score);
    }

    /// <param name="document">Which.</param>
    /// <param name="words">What all words gave, those elsewhere on the page included.</param>
    /// <param name="coverageFactor">What is left of that for missing words.</param>
    /// <param name="title">What the heading gave.</param>
    /// <param name="kindFactor">By what the sum of these is raised.</param>
    public void Sums(int document, double words, double coverageFactor, double title, double kindFactor)
    {
        if (_entries.TryGetValue(document, out var entry))
            entry.Sums = (words, coverageFactor, title, kindFactor);
    }

    public void Proximity(int document, double score)
    {
        if (_entries.TryGetValue(document, out var entry))
            entry.Proximity += score;
    }

    /// <summary>What was collected of a document, in the order of the question.</summary>
    public SearchExplanation Of(RankedDocument document, QueryPlan plan, SectionIndex index)
    {
        var postings = new PostingsReader(index.Segments);
        var entry = _entries[document.Number];
        var words = plan.Concepts.Index().Select(Explain).ToImmutableArray();
        var (sum, factor, title, kind) = entry.Sums;
        return new SearchExplanation(words, Math.Max(0, sum - words.Sum(word => word.Score)), document.Coverage, factor, title, entry.Proximity, kind);

        ExplainedWord Explain((int Index, Concept Item) concept) => entry.Words.TryGetValue(concept.Index, out var found)
            ? new ExplainedWord(concept.Item.Written, found.Alternative.Label, Reason(found.Alternative.Kind), Fields(found.Alternative, postings, document.Number), found.Score)
            : new ExplainedWord(concept.Item.Written, null, concept.Item.IsOptional ? "not needed" : "missing here", [], 0);
    }

    private static string Reason(AlternativeKind kind) => kind switch
    {
        AlternativeKind.Word => "the word or another form of it",
        AlternativeKind.Identifier => "the whole name",
        AlternativeKind.Compound => "written together or apart",
        AlternativeKind.Beginning => "begins so",
        AlternativeKind.Spelling => "spelled like it",
        AlternativeKind.Synonym => "a synonym",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };

    private static ImmutableArray<string> Fields(Alternative alternative, PostingsReader postings, int document) =>
        [.. SearchField.All.Where(field => postings.Phrase(field, alternative.Words).ContainsKey(document)).Select(field => field.Name)];
}
