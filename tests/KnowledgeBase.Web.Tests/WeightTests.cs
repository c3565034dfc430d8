using System.IO.Compression;

namespace KnowledgeBase.Web.Tests;

/// <summary>What a visitor's connection carries, as a server in front of the site would compress it.</summary>
public sealed class WeightTests
{
    [Fact]
    public async Task A_page_of_known_issues_is_light()
    {
        await using var site = new Site(Repository.Content);
        const string Page = "/reference/object-storage/known-issues";
        var document = await site.ReadAsync(Page);
        string[] loaded = [Page, .. document.QuerySelectorAll("link[rel=stylesheet], script, main img").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)];

        var weights = await Task.WhenAll(loaded.Select(async address => Weight(await site.Visitor().GetByteArrayAsync(address))));

        Assert.True(loaded.Length <= 4, string.Join(' ', loaded));
        Assert.True(weights.Sum() <= 14_000, $"{weights.Sum()} bytes");
    }

    [Fact]
    public async Task The_scripts_are_small()
    {
        await using var site = new Site(Repository.Content);

        var weights = await Task.WhenAll(new[] { "/theme.js", "/site.js" }.Select(async address => Weight(await site.Visitor().GetByteArrayAsync(address))));

        Assert.InRange(weights.Sum(), 1, 2_000);
    }

    private static int Weight(byte[] bytes)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, compressed, out var length, quality: 11, window: 22) ? length : bytes.Length;
    }
}
