using System.Buffers;

namespace KnowledgeBase.Search.Lucene;

/// <summary>The weighted occurrences of one way to say a word, by document. Rented arrays; cleared by whoever reads them.</summary>
internal sealed class Occurrences : IDisposable
{
    private readonly float[] _frequencies;
    private readonly bool[] _isInTitle;
    private readonly RentedList<int> _documents;

    public Occurrences(int documents)
    {
        (_frequencies, _isInTitle, _documents) = (ArrayPool<float>.Shared.Rent(documents), ArrayPool<bool>.Shared.Rent(documents), new RentedList<int>(documents));
        _frequencies.AsSpan(0, documents).Clear();
        _isInTitle.AsSpan(0, documents).Clear();
    }

    /// <summary>In how many documents there is one.</summary>
    public int Count => _documents.Count;

    /// <summary>The documents with one, in the order in which they were met.</summary>
    public ReadOnlySpan<int> Documents => _documents.Items;

    public void Add(int document, float frequency, bool isInTitle)
    {
        ref var known = ref _frequencies[document];
        if (known == 0)
            _documents.Add(document);
        known += frequency;
        if (isInTitle)
            _isInTitle[document] = true;
    }

    /// <summary>Takes what is known of a document out.</summary>
    public (float Frequency, bool IsInTitle) Take(int document)
    {
        var taken = (_frequencies[document], _isInTitle[document]);
        (_frequencies[document], _isInTitle[document]) = (0, false);
        return taken;
    }

    /// <summary>Begins anew; everything has been taken out.</summary>
    public void Reset() => _documents.Clear();

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_frequencies);
        ArrayPool<bool>.Shared.Return(_isInTitle);
        _documents.Dispose();
    }
}
