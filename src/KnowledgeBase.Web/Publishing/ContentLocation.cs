namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// Where a configured content path leads. A relative path counts from the current directory, else from the program's folder and then from each folder
/// above it: that is how <c>content</c> is found from within <c>bin/</c>, and by a program that was started from anywhere.
/// </summary>
internal static class ContentLocation
{
    /// <summary>The full path of the folder.</summary>
    /// <exception cref="ContentRefusedException">There is no such folder.</exception>
    public static string Find(string path, string currentDirectory, string programFolder)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ContentRefusedException("The setting Content:Path is empty; set it to the folder that holds the pages.");
        if (Path.IsPathRooted(path))
            return Directory.Exists(path) ? path : throw Refusal(path, path);
        var candidates = FolderAndAbove(programFolder).Prepend(currentDirectory).Select(folder => Path.GetFullPath(path, folder));
        return candidates.FirstOrDefault(Directory.Exists) ?? throw Refusal(path, Path.GetFullPath(path, currentDirectory));
    }

    private static ContentRefusedException Refusal(string path, string fullPath) => File.Exists(fullPath)
        ? new ContentRefusedException($"Content:Path is '{path}', but '{fullPath}' is a file; set it to the folder that holds the pages.")
        : new ContentRefusedException($"Content:Path is '{path}', but there is no folder '{fullPath}'; set it to the folder that holds the pages.");

    private static IEnumerable<string> FolderAndAbove(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
            yield return current.FullName;
    }
}

/// <summary>The content cannot be served; the message is a sentence for whoever started the program.</summary>
internal sealed class ContentRefusedException(string message) : Exception(message);
