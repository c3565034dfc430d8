namespace KnowledgeBase.Browser.Tests;

/// <summary>A content folder that a test writes; gone with the test.</summary>
internal sealed class ContentFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("knowledgebase-content-").FullName;

    public ContentFolder With(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
