namespace KnowledgeBase.Web.Tests;

/// <summary>Where the repository lies that these tests belong to.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The shipped knowledge base.</summary>
    public static string Content => Path.Combine(Root, "content");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
    }
}
