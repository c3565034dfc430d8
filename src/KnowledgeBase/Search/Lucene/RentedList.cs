using System.Buffers;

namespace KnowledgeBase.Search.Lucene;

/// <summary>
/// A list in a rented array, of a size that is known before. What a question finds on a large site is too long for the heap that is tidied often, and every
/// question would leave some of it behind.
/// </summary>
internal sealed class RentedList<T>(int most) : IDisposable
{
    private readonly T[] _items = ArrayPool<T>.Shared.Rent(most);

    public int Count { get; private set; }

    public Span<T> Items => _items.AsSpan(0, Count);

    public void Add(T item) => _items[Count++] = item;

    public void Clear() => Count = 0;

    /// <summary>Takes out what does not fit; the rest keeps its order.</summary>
    public void Keep(Func<T, bool> fits)
    {
        var kept = 0;
        for (var index = 0; index < Count; index++)
            if (fits(_items[index]))
                _items[kept++] = _items[index];
        Count = kept;
    }

    public void Dispose() => ArrayPool<T>.Shared.Return(_items);
}
