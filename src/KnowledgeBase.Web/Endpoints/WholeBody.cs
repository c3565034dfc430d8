using System.Buffers;
using System.IO.Pipelines;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>
/// A body that is complete before it is sent. It grows by pooled pieces: an array that doubled would cost a large site hundreds of megabytes with each edition.
/// </summary>
internal sealed class WholeBody : IDisposable
{
    // Below what the heap of large objects begins with.
    private const int PieceBytes = 64 * 1024;

    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: PieceBytes, useSynchronizationContext: false));

    public WholeBody() => Stream = _pipe.Writer.AsStream(leaveOpen: true);

    /// <summary>Takes the bytes; a write never waits.</summary>
    public Stream Stream { get; }

    /// <summary>The bytes, valid until this is disposed. Called once, after the last write.</summary>
    public ReadOnlySequence<byte> Take()
    {
        _pipe.Writer.Complete();
        return _pipe.Reader.TryRead(out var read) ? read.Buffer : ReadOnlySequence<byte>.Empty;
    }

    public void Dispose()
    {
        _pipe.Writer.Complete();
        _pipe.Reader.Complete();
    }
}
