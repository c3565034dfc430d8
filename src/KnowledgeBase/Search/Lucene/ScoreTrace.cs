using System.Collections.Immutable;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Collects where the scores of some documents come from, while a ranker works.</summary>
internal sealed class ScoreTrace(IEnumerable<int> documents)
{
    private sealed record Entry
    {
        public Dictionary<int, (Alternative Alternative, double Score)> Words { get; } = [];

        public double Title { get; set; }

        public double Proximity { get; set; }
    }

    private readonly Dictionary<int, Entry> _entries = documents.ToDictionary(document => document, _ => new Entry());

    public void Word(int document, int concept, Alternative alternative, double score)
    {
        if (_entries.TryGetValue(document, out var entry))
            entry.Words[concept] = (alternative, score);
    }

    public void Title(int document, double score)
    {
        if (_entries.TryGetValue(document, out var entry))
            entry.Title = score;
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
        return new SearchExplanation([.. plan.Concepts.Index().Select(Explain)], document.Coverage, entry.Title, entry.Proximity);

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
