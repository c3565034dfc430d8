using System.Collections.Concurrent;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// Whether a browser that opens an author's file would run something in it. Such a file is kept instead of shown, so that not even a browser that ignores
/// the file's policy runs it. A drawing in a page is not touched by that: there browsers run no scripts. Each state of a file is looked into once. Safe to
/// share.
/// </summary>
internal sealed class ActiveFiles
{
    private const string Drawing = "image/svg+xml";

    // A drawing is some kilobytes; to look into a huge one would be an attack by itself.
    private const int MostLookedInto = 2 * 1024 * 1024;

    // More than a site has; only files of its pages come here.
    private const int MostKnown = 20_000;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <param name="file">The file as it was found.</param>
    /// <param name="type">What it is served as.</param>
    public bool Contains(FileInfo file, string type) =>
        type.StartsWith("text/html", StringComparison.Ordinal) || (type.Contains("xml", StringComparison.Ordinal) && !(type == Drawing && IsInert(file)));

    private bool IsInert(FileInfo file)
    {
        try
        {
            var (length, written) = (file.Length, file.LastWriteTimeUtc);
            if (_known.TryGetValue(file.FullName, out var known) && (known.Length, known.WrittenUtc) == (length, written))
                return known.IsInert;
            var isInert = length <= MostLookedInto && InertDrawing.Is(file.FullName);
            if (_known.Count >= MostKnown)
                _known.Clear();
            _known[file.FullName] = new Known(length, written, isInert);
            return isInert;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It may be readable the next time.
            return false;
        }
    }

    private readonly record struct Known(long Length, DateTime WrittenUtc, bool IsInert);
}
