using System.Buffers;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Content;

/// <summary>
/// Memory outside of the heap, not cleared. It has one owner, who disposes it when nobody reads it any more; nothing else frees it, since a span does not keep
/// its block alive.
/// </summary>
internal sealed unsafe class NativeBlock(int length) : MemoryManager<byte>
{
    private byte* _start = (byte*)NativeMemory.Alloc((nuint)length);

    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        return new Span<byte>(_start, length);
    }

    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length);
        return new MemoryHandle(_start + elementIndex, pinnable: this);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        NativeMemory.Free(_start);
        _start = null;
    }
}
