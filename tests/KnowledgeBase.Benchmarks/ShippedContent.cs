using KnowledgeBase.Content;

namespace KnowledgeBase.Benchmarks;

/// <summary>The knowledge base that comes with the product, compiled.</summary>
internal static class ShippedContent
{
    private const string Folder = "content";

    public static KnowledgeSnapshot Compile() => new KnowledgeBuilder().Build(ContentFolder.Open(Find()).ReadAsync().GetAwaiter().GetResult());

    public static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The benchmarks run outside of the repository."), Folder);
    }
}
