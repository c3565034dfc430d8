namespace KnowledgeBase.Content;

/// <summary>
/// Room for the bytes of many files in a few large arrays. They are needed for one build and then all at once no more: so they leave no holes in the heap,
/// and nothing moves them meanwhile. Safe to share.
/// </summary>
/// <param name="total">How many bytes all files have together, as far as is known.</param>
internal sealed class ReadingRoom(long total)
{
    private const int Largest = 16 * 1024 * 1024;

    private readonly Lock _taking = new();
    private Memory<byte> _free;
    private long _left = total;

    /// <summary>Room for one file; not cleared.</summary>
    public Memory<byte> Take(int length)
    {
        lock (_taking)
        {
            if (_free.Length < length)
                _free = new byte[Math.Max(length, (int)Math.Clamp(_left, 0, Largest))];
            var taken = _free[..length];
            _free = _free[length..];
            _left -= length;
            return taken;
        }
    }
}
