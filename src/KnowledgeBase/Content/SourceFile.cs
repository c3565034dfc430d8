using System.Text;

namespace KnowledgeBase.Content;

/// <summary>A text file of a content folder as it was read. Immutable; two files are equal when they are one.</summary>
/// <param name="Path">Relative to the pages root (configuration: <c>config/…</c>), with <c>/</c>.</param>
/// <param name="Utf8">The text in UTF-8 whatever it was, without a byte order mark: as a large site is read, half of what strings would take.</param>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Utf8)
{
    /// <summary>A file of this text.</summary>
    public SourceFile(string path, string text)
        : this(path, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>The text; made anew each time.</summary>
    public string Text => Encoding.UTF8.GetString(Utf8.Span);

    /// <summary>The file's name without its folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder's path, empty for the root.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";
}

/// <summary>A file beside a page that is served as it is: an image, a download. Its bytes are read when somebody asks for them.</summary>
/// <param name="Path">Relative to the pages root, with <c>/</c>; capitals count on every operating system.</param>
/// <param name="Length">Size in bytes.</param>
public sealed record MediaFile(string Path, long Length);
