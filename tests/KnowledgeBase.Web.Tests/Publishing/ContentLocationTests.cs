using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Tests.Publishing;

public sealed class ContentLocationTests : IDisposable
{
    private readonly ContentOnDisk _disk = new ContentOnDisk().With("here/content/a.md", "").With("app/bin/net/app.dll", "").With("app/content/a.md", "").With("app/file.txt", "");

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void An_absolute_path_is_taken_as_it_is() =>
        Assert.Equal(In("here"), ContentLocation.Find(In("here"), In("app"), In("app")));

    [Fact]
    public void A_relative_path_counts_from_where_the_program_was_started() =>
        Assert.Equal(In("here/content"), ContentLocation.Find("content", In("here"), In("app/bin/net")));

    [Fact]
    public void Otherwise_it_is_looked_for_beside_the_program_and_above() =>
        Assert.Equal(In("app/content"), ContentLocation.Find("content", In("app/bin"), In("app/bin/net")));

    [Theory]
    [InlineData("no-such-folder", "there is no folder")]
    [InlineData("file.txt", "is a file")]
    [InlineData(" ", "is empty")]
    public void What_is_no_folder_is_refused_with_a_sentence(string path, string words)
    {
        var refusal = Assert.Throws<ContentRefusedException>(() => ContentLocation.Find(path, In("app"), In("app/bin")));

        Assert.Contains(words, refusal.Message);
        Assert.Contains("Content:Path", refusal.Message);
    }

    private string In(string name) => Path.GetFullPath(name, _disk.Path);
}
