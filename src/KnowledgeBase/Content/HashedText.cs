using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Content;

/// <summary>Texts into a hash that tells what changed and guards nothing, each with its length, so that no two lists of texts give the same bytes.</summary>
internal static class HashedText
{
    public static void Add(this XxHash128 hash, ReadOnlySpan<char> text)
    {
        hash.Append(BitConverter.GetBytes(text.Length));
        hash.Append(MemoryMarshal.AsBytes(text));
    }

    /// <summary>Adds a file: its path and its text.</summary>
    public static void Add(this XxHash128 hash, SourceFile file)
    {
        hash.Add(file.Path);
        hash.Append(BitConverter.GetBytes(file.Utf8.Length));
        hash.Append(file.Utf8.Span);
    }
}
