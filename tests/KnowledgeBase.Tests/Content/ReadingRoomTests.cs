using CsCheck;
using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Content;

/// <summary>Texts in a room are those of the files, and what is compiled of them needs the room no more.</summary>
public class ReadingRoomTests
{
    [Fact]
    public async Task A_site_stays_whole_when_the_texts_that_it_was_compiled_of_are_gone()
    {
        var folder = ContentFolder.Open(Path.Combine(Repository.Root, "content"));
        var expected = new KnowledgeBuilder().Build(await folder.ReadAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        var builder = new KnowledgeBuilder(new BuildOptions { KeepsPages = true });
        await CompileAsync(builder, folder);
        var snapshot = await CompileAsync(builder, folder);

        Assert.Equal(expected.Version, snapshot.Version);
        Assert.Equal(expected.Export(), snapshot.Export());
        Assert.NotEmpty(Found(expected));
        Assert.Equal(Found(expected), Found(snapshot));
    }

    [Fact]
    public async Task A_text_cannot_be_read_when_its_room_is_gone()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", "Text\n");
        var room = new ReadingRoom();
        var files = await ContentFolder.Open(folder.Path).ReadAsync(room, TestContext.Current.CancellationToken);
        Assert.Equal("Text\n", files.Sources.Single().Text);

        room.Dispose();

        Assert.Throws<ObjectDisposedException>(() => files.Sources.Single().Text);
        Assert.Throws<ObjectDisposedException>(() => room.Take(1));
    }

    [Fact]
    public void No_two_files_share_a_byte() => Gen.Int[0, 5_000].Array[1, 50].Sample(lengths =>
    {
        using var room = new ReadingRoom();
        room.Expect(lengths.Sum() / 2);

        var taken = lengths.Select(room.Take).ToArray();
        for (var index = 0; index < taken.Length; index++)
            taken[index].Span.Fill((byte)index);

        Assert.Equal(lengths, taken.Select(memory => memory.Length));
        Assert.All(taken, (memory, index) => Assert.Equal(-1, memory.Span.IndexOfAnyExcept((byte)index)));
    });

    private static async Task<KnowledgeSnapshot> CompileAsync(KnowledgeBuilder builder, ContentFolder folder)
    {
        using var room = new ReadingRoom();
        return builder.Build(await folder.ReadAsync(room, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    private static string[] Found(KnowledgeSnapshot snapshot) =>
        [.. SearchIndex.Build(snapshot).Search(new SearchQuery { Text = "connection closed" }).Hits.Select(hit => hit.ToString())];
}
