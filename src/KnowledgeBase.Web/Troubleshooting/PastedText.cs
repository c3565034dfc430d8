using System.Text;

namespace KnowledgeBase.Web.Troubleshooting;

/// <summary>Output that a visitor pastes. It is read into memory, read once and forgotten: nothing here logs, stores or repeats it.</summary>
internal static class PastedText
{
    /// <summary>What is read at most, in bytes of UTF-8.</summary>
    public const int MaxBytes = 64 * 1024;

    public static bool IsTooLong(string text) => text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes;

    /// <summary>The body of a request as text; null where it is longer than <see cref="MaxBytes"/>.</summary>
    public static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        var bytes = new byte[MaxBytes + 1];
        try
        {
            var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            // Reading evidence takes a while, and the thread that brought the last bytes has other sockets to read.
            await Task.Yield();
            return length > MaxBytes ? null : Encoding.UTF8.GetString(bytes, 0, length);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The server counts as well, and may be faster.
            return null;
        }
    }
}
