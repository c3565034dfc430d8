namespace KnowledgeBase.Content;

/// <summary>A text file of a content folder as it was read. Immutable.</summary>
/// <param name="Path">Relative to the pages root (configuration: <c>config/…</c>), with <c>/</c>.</param>
/// <param name="Text">The decoded text, without a byte order mark.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>The file's name without its folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder's path, empty for the root.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";
}

/// <summary>A file beside a page that is served as it is: an image, a download. Its bytes are read when somebody asks for them.</summary>
/// <param name="Path">Relative to the pages root, with <c>/</c>; capitals count on every operating system.</param>
/// <param name="Length">Size in bytes.</param>
public sealed record MediaFile(string Path, long Length);
