using System.IO.Compression;

namespace KnowledgeBase.Web.Ready;

/// <summary>The forms in which bytes travel (RFC 9110, 8.4); of two that a client likes equally, the later is sent.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Bytes into a coding and back. The same bytes give the same result, because their entity tag promises that.</summary>
internal static class ContentCodings
{
    public static readonly ContentCoding[] All = [ContentCoding.Identity, ContentCoding.Gzip, ContentCoding.Brotli];

    private const int Window = 22;

    /// <summary>The name on the wire; null for bytes as they are.</summary>
    public static string? NameOf(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    /// <param name="bytes">Bytes as they are.</param>
    /// <param name="coding">What to make of them.</param>
    /// <param name="quality">Brotli's, 0–11.</param>
    public static byte[] Encode(byte[] bytes, ContentCoding coding, int quality)
    {
        if (coding == ContentCoding.Identity)
            return bytes;
        if (coding == ContentCoding.Brotli)
            return Brotli(bytes, quality);
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bytes);
        return target.ToArray();
    }

    /// <summary>Undoes <see cref="Encode"/>.</summary>
    public static byte[] Decode(byte[] bytes, ContentCoding coding)
    {
        if (coding == ContentCoding.Identity)
            return bytes;
        using var source = new MemoryStream(bytes);
        using Stream decoded = coding == ContentCoding.Brotli ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream();
        decoded.CopyTo(target);
        return target.ToArray();
    }

    private static byte[] Brotli(byte[] bytes, int quality)
    {
        var target = System.Buffers.ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, target, out var length, quality, Window)
                ? target[..length]
                : throw new InvalidOperationException($"{bytes.Length} bytes did not fit into {target.Length}.");
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(target);
        }
    }
}
