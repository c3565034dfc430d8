namespace KnowledgeBase.Content;

/// <summary>
/// Room for the texts of a content folder while they are compiled, in a few large blocks: all are needed until then, and none after it. A site that compiles
/// again with each save owns one for as long as that takes; its blocks lie outside of the heap, which would grow by them with every save before it is
/// collected. Safe to share.
/// </summary>
public sealed class ReadingRoom : IDisposable
{
    private const int Largest = 16 * 1024 * 1024;

    private readonly Lock _taking = new();
    private readonly List<IDisposable>? _blocks;
    private Memory<byte> _free;
    private long _left;
    private bool _isDisposed;

    /// <summary>A room whose owner says when the texts are no longer needed.</summary>
    public ReadingRoom()
        : this([])
    {
    }

    private ReadingRoom(List<IDisposable>? blocks) => _blocks = blocks;

    /// <summary>A room of which every part stays for as long as something refers to it.</summary>
    internal static ReadingRoom OnHeap() => new(blocks: null);

    /// <summary>Gives the memory back. Whoever asks for a text from then on gets an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_taking)
        {
            _isDisposed = true;
            _free = default;
            _blocks?.ForEach(block => block.Dispose());
            _blocks?.Clear();
        }
    }

    /// <summary>Says how many bytes are wanted soon, as far as is known.</summary>
    internal void Expect(long bytes)
    {
        lock (_taking)
            _left = bytes;
    }

    /// <summary>Room for one file; not cleared.</summary>
    internal Memory<byte> Take(int length)
    {
        lock (_taking)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_free.Length < length)
                _free = Block(Math.Max(length, (int)Math.Clamp(_left, 0, Largest)));
            var taken = _free[..length];
            _free = _free[length..];
            _left -= length;
            return taken;
        }
    }

    private Memory<byte> Block(int length)
    {
        if (_blocks is null)
            return new byte[length];
        var block = new NativeBlock(length);
        _blocks.Add(block);
        return block.Memory;
    }
}
