using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace KnowledgeBase.Content;

/// <summary>Texts into a hash, each with its length, so that no two lists of texts give the same bytes.</summary>
internal static class HashedText
{
    public static void Add(this IncrementalHash hash, ReadOnlySpan<char> text)
    {
        hash.AppendData(BitConverter.GetBytes(text.Length));
        hash.AppendData(MemoryMarshal.AsBytes(text));
    }

    /// <summary>Adds a file: its path and its text.</summary>
    public static void Add(this IncrementalHash hash, SourceFile file)
    {
        hash.Add(file.Path);
        hash.AppendData(BitConverter.GetBytes(file.Utf8.Length));
        hash.AppendData(file.Utf8.Span);
    }
}
