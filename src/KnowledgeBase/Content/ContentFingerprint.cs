using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Content;

/// <summary>
/// What a content folder looks like from outside: names, sizes and times of its files, without their text. Where it is the same twice, nothing was saved
/// in between, as long as the first one was settled and nobody set a file's time back. Immutable.
/// </summary>
/// <param name="Hash">Of everything that was listed.</param>
/// <param name="IsSettled">Whether every later write is sure to show: false where a file was written so lately that its time might not move on.</param>
public sealed record ContentFingerprint(UInt128 Hash, bool IsSettled)
{
    /// <summary>Of a folder that is not there.</summary>
    public static ContentFingerprint None { get; } = new(default, IsSettled: true);

    // File systems count time in steps of up to 10 ms.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(30);

    internal static ContentFingerprint Of(DateTime listedUtc, ImmutableArray<string> folders, IEnumerable<FoundFile> files)
    {
        var hash = new XxHash128();
        foreach (var folder in folders)
            Add(hash, folder, 0, 0, 0);
        var isSettled = true;
        foreach (var file in files)
        {
            Add(hash, file.Path, file.Length, file.WrittenUtc.Ticks, file.CreatedUtc.Ticks);
            isSettled &= (listedUtc - file.WrittenUtc).Duration() > Step;
        }
        return new ContentFingerprint(hash.GetCurrentHashAsUInt128(), isSettled);
    }

    private static void Add(XxHash128 hash, string path, params ReadOnlySpan<long> numbers)
    {
        hash.Append(MemoryMarshal.AsBytes(path.AsSpan()));
        hash.Append(MemoryMarshal.AsBytes(numbers));
    }
}
