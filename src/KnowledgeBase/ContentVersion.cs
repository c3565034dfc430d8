using System.Collections.Immutable;
using System.IO.Hashing;
using KnowledgeBase.Content;

namespace KnowledgeBase;

/// <summary>A short hash of everything that a snapshot is made of.</summary>
internal static class ContentVersion
{
    private const int Bytes = 8;

    public static string Of(ContentFiles files, ImmutableArray<Page> pages)
    {
        var hash = new XxHash128();
        foreach (var folder in files.Folders)
            hash.Add(folder);
        foreach (var source in files.Sources.Concat(files.Configuration).Concat(files.Wizard))
        {
            hash.Add(source);
        }
        foreach (var media in files.Media)
            hash.Add($"{media.Path}\n{media.Length}");
        // Time publishes pages without any file changing.
        foreach (var page in pages)
            hash.Add(page.IsPublished ? "1" : "0");
        return Convert.ToHexStringLower(hash.GetCurrentHash().AsSpan(0, Bytes));
    }
}
