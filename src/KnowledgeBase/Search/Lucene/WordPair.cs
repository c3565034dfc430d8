namespace KnowledgeBase.Search.Lucene;

/// <summary>Two neighbours of a question, and how close they stand in documents. Documents must be asked for in ascending order.</summary>
internal sealed class WordPair
{
    private const int Far = 8;
    private const int MaxPositions = 64;

    private static readonly (SearchField Field, float Worth)[] Fields = [(SearchField.Title, 1.5f), (SearchField.Page, 1), (SearchField.Body, 1), (SearchField.Code, 0.7f)];

    private readonly (List<TermPlaces> Left, List<TermPlaces> Right, float Worth)[] _fields;
    private readonly int _distance;
    private readonly List<int> _lefts = [];
    private readonly List<int> _rights = [];

    public WordPair(PostingsReader postings, Concept left, Concept right)
    {
        _distance = Math.Max(1, right.Position - left.Position);
        _fields = [.. Fields.Select(field => (Open(postings, field.Field, left), Open(postings, field.Field, right), field.Worth))];
    }

    /// <summary>1 for words that stand as in the question, less the further they are apart, 0 for none or far.</summary>
    public double ClosenessIn(int document)
    {
        double best = 0;
        foreach (var (left, right, worth) in _fields)
        {
            Read(left, document, _lefts);
            Read(right, document, _rights);
            best = Math.Max(best, worth * Closeness());
        }
        return best;
    }

    private double Closeness()
    {
        double best = 0;
        foreach (var left in _lefts)
        {
            foreach (var right in _rights)
            {
                var gap = right - left;
                if (gap == 0 || Math.Abs(gap) > Far)
                    continue;
                best = Math.Max(best, gap > 0 ? 1.0 / (1 + Math.Abs(gap - _distance)) : 0.6 / -gap);
            }
        }
        return best;
    }

    private static List<TermPlaces> Open(PostingsReader postings, SearchField field, Concept concept) =>
    [
        .. concept.Alternatives.Where(alternative => alternative.Words.Length == 1 && alternative.Kind != AlternativeKind.Identifier)
            .SelectMany(alternative => alternative.Words[0].Terms).Select(term => postings.Places(field, term.Text)).OfType<TermPlaces>(),
    ];

    private static void Read(List<TermPlaces> terms, int document, List<int> positions)
    {
        positions.Clear();
        foreach (var term in terms)
            term.AddOf(document, positions, MaxPositions);
    }
}
