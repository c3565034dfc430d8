using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using KnowledgeBase.Content;

namespace KnowledgeBase;

/// <summary>A short hash of everything that a snapshot is made of.</summary>
internal static class ContentVersion
{
    private const int Bytes = 8;

    public static string Of(ContentFiles files, ImmutableArray<Page> pages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in files.Folders)
            Add(hash, folder);
        foreach (var source in files.Sources.Concat(files.Configuration).Concat(files.Wizard))
        {
            Add(hash, source.Path);
            Add(hash, source.Utf8);
        }
        foreach (var media in files.Media)
            Add(hash, $"{media.Path}\n{media.Length}");
        // Time publishes pages without any file changing.
        foreach (var page in pages)
            Add(hash, page.IsPublished ? "1" : "0");
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(BitConverter.GetBytes(text.Length));
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Add(IncrementalHash hash, ReadOnlyMemory<byte> text)
    {
        hash.AppendData(BitConverter.GetBytes(text.Length));
        hash.AppendData(text.Span);
    }
}
