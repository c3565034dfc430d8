namespace KnowledgeBase.Web.Tests;

/// <summary>A content folder that a test writes; gone with the test.</summary>
internal sealed class ContentOnDisk : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("knowledgebase-").FullName;

    /// <summary>Adds a file; the name is relative to the content folder.</summary>
    public ContentOnDisk With(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
