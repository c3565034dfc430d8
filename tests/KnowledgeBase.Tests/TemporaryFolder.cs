using System.Text;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests;

/// <summary>A folder on disk that goes with the test, for what only a file system can show.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("knowledgebase-test-").FullName;

    public string this[string path] => System.IO.Path.Combine(Path, path);

    public TemporaryFolder And(string path, string text) => And(path, Encoding.UTF8.GetBytes(text));

    public TemporaryFolder And(string path, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], bytes);
        return this;
    }

    public TemporaryFolder AndLink(string path, string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[path])!);
        try
        {
            File.CreateSymbolicLink(this[path], target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("This system has no symbolic links.");
        }
        return this;
    }

    public async Task<KnowledgeSnapshot> BuildAsync(ContentLimits? limits = null) =>
        new KnowledgeBuilder(new BuildOptions { Limits = limits ?? ContentLimits.Default, ColoursCode = false })
            .Build(await ContentFolder.Open(Path, limits).ReadAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
