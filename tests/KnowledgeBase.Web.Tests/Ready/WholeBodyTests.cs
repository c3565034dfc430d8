using System.Buffers;
using KnowledgeBase.Web.Endpoints;

namespace KnowledgeBase.Web.Tests.Ready;

public sealed class WholeBodyTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(70_000, 1_000)]
    [InlineData(3_000_000, 200_000)]
    public async Task What_was_written_is_what_is_taken(int length, int piece)
    {
        var written = Enumerable.Range(0, length).Select(number => (byte)(number * 31)).ToArray();
        using var body = new WholeBody();
        foreach (var part in written.Chunk(piece))
            await body.Stream.WriteAsync(part);

        Assert.Equal(written, body.Take().ToArray());
    }
}
