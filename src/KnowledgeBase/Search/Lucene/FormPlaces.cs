namespace KnowledgeBase.Search.Lucene;

/// <summary>Where any form of a word stands in one field. Read forwards, once.</summary>
internal sealed class FormPlaces
{
    /// <summary>Who says a word more often in one section is found in any case.</summary>
    private const int MaxPlaces = 256;

    private readonly List<TermPlaces> _terms;
    private readonly List<int> _found = [];

    public FormPlaces(WordForm form, PostingsReader postings, SearchField field) =>
        _terms = [.. form.Terms.Select(term => postings.Places(field, term.Text)).OfType<TermPlaces>()];

    public bool IsEmpty => _terms.Count == 0;

    /// <summary>The document that it is at.</summary>
    public int Document { get; private set; } = -1;

    /// <summary>Moves to the first document from <paramref name="document"/> on; <see cref="int.MaxValue"/> where there is none.</summary>
    public int Next(int document)
    {
        Document = int.MaxValue;
        foreach (var term in _terms)
            Document = Math.Min(Document, term.Next(document));
        return Document;
    }

    /// <summary>The positions in the document that it is at; valid until the next call.</summary>
    public List<int> Places()
    {
        _found.Clear();
        foreach (var term in _terms)
            term.AddOf(Document, _found, MaxPlaces);
        return _found;
    }
}
