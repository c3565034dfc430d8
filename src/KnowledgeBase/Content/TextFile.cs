using System.Text;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>One text file read and decoded, or the reason why it was not.</summary>
internal sealed record TextFile(SourceFile? Source, Diagnostic? Diagnostic)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Made when a file asks for it: few do.
    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads a file. One that reports no length is never opened: it is empty, or a pipe or device that might never end.</summary>
    public static async Task<TextFile> ReadAsync(FoundFile file, ReadingRoom room, int maxBytes, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
            return new TextFile(new SourceFile(file.Path, ""), null);
        try
        {
            return Decode(file.Path, await ReadBytesAsync(file.FullPath, room, maxBytes, cancellationToken), maxBytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new TextFile(null, DiagnosticCodes.UnreadableFile.At(new SourceLocation(file.Path), "The file cannot be read and is left out"));
        }
    }

    /// <summary>Decodes UTF-8, UTF-16 with a byte order mark, and, where the bytes are neither, Windows-1252 with a warning.</summary>
    internal static TextFile Decode(string path, ReadOnlyMemory<byte> bytes, int maxBytes)
    {
        Diagnostic? diagnostic = null;
        if (bytes.Length > maxBytes)
        {
            var end = bytes.Span[..maxBytes].LastIndexOf((byte)'\n');
            bytes = bytes[..(end < 0 ? maxBytes : end + 1)];
            diagnostic = DiagnosticCodes.PageCut.At(new SourceLocation(path), $"The file is larger than {maxBytes / 1024} KiB; the rest is left out");
        }
        var span = bytes.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            var utf16 = span[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return new TextFile(
                new SourceFile(path, utf16.GetString(span[2..])),
                diagnostic ?? DiagnosticCodes.NotUtf8.At(new SourceLocation(path), "The file is UTF-16"));
        }
        if (span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            span = span[3..];
        try
        {
            StrictUtf8.GetCharCount(span);
            return new TextFile(new SourceFile(path, bytes[^span.Length..]), diagnostic);
        }
        catch (DecoderFallbackException exception)
        {
            var line = 1 + span[..Math.Clamp(exception.Index, 0, span.Length)].Count((byte)'\n');
            return new TextFile(
                new SourceFile(path, Windows1252.GetString(span)),
                diagnostic ?? DiagnosticCodes.NotUtf8.At(new SourceLocation(path, line), "The file is not UTF-8; it was read as Windows-1252"));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(string path, ReadingRoom room, int maxBytes, CancellationToken cancellationToken)
    {
        using var handle = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
        var buffer = room.Take((int)Math.Min(RandomAccess.GetLength(handle), maxBytes + 1L));
        var filled = 0;
        while (filled < buffer.Length)
        {
            var count = await RandomAccess.ReadAsync(handle, buffer[filled..], filled, cancellationToken);
            if (count == 0)
                break;
            filled += count;
        }
        return buffer[..filled];
    }
}
