using System.Buffers;

namespace KnowledgeBase.Search.Lucene;

/// <summary>The arrays of one ranking, a number for each document or page; rented.</summary>
internal sealed class RankingSums : IDisposable
{
    private readonly List<float[]> _rented = [];
    private readonly List<bool[]> _rentedFlags = [];

    public RankingSums(int documents, int pages)
    {
        (Best, BestTitle, Own, OwnCovered, Title, TitleWords) = (Rent(documents), Rent(documents), Rent(documents), Rent(documents), Rent(documents), Rent(documents));
        (PageBest, OfPage, PageCovered) = (Rent(pages), Rent(pages), Rent(pages));
        (IsCandidate, Occurrences) = (RentFlags(documents), new Occurrences(documents));
        (Found, Candidates, Scored) = (new RentedList<int>(documents), new RentedList<int>(documents), new RentedList<RankedDocument>(documents));
    }

    public Occurrences Occurrences { get; }

    /// <summary>Documents that say the word that is looked at.</summary>
    public RentedList<int> Found { get; }

    /// <summary>Documents that say any word.</summary>
    public RentedList<int> Candidates { get; }

    /// <summary>Documents that answer.</summary>
    public RentedList<RankedDocument> Scored { get; }

    public float[] Best { get; }

    public float[] BestTitle { get; }

    public float[] PageBest { get; }

    public bool[] IsCandidate { get; }

    public float[] Own { get; }

    public float[] OwnCovered { get; }

    public float[] OfPage { get; }

    public float[] PageCovered { get; }

    public float[] Title { get; }

    public float[] TitleWords { get; }

    public void Dispose()
    {
        Occurrences.Dispose();
        Found.Dispose();
        Candidates.Dispose();
        Scored.Dispose();
        _rented.ForEach(array => ArrayPool<float>.Shared.Return(array));
        _rentedFlags.ForEach(array => ArrayPool<bool>.Shared.Return(array));
    }

    private float[] Rent(int length)
    {
        var array = ArrayPool<float>.Shared.Rent(length);
        array.AsSpan(0, length).Clear();
        _rented.Add(array);
        return array;
    }

    private bool[] RentFlags(int length)
    {
        var array = ArrayPool<bool>.Shared.Rent(length);
        array.AsSpan(0, length).Clear();
        _rentedFlags.Add(array);
        return array;
    }
}
