using System.Net;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class AuthorTests
{
    [Fact]
    public async Task A_page_for_readers_carries_nothing_of_it()
    {
        using var content = Content();
        await using var site = new Site(content.Path);

        foreach (var address in (string[])["/", "/page", "/issues", "/nowhere"])
            Assert.DoesNotContain("author", await (await site.Visitor().GetAsync(address)).Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        foreach (var address in (string[])["/_author/author.js", "/_author/author.css", "/_author/events", "/_author/panel?path=/page", "/author.js"])
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", "false", false)]
    [InlineData("Staging", null, false)]
    [InlineData("Staging", "true", true)]
    public async Task It_is_on_in_development_or_where_it_is_asked_for(string environment, string? asked, bool isOn)
    {
        using var content = Content();
        await using var site = new Site(content.Path, configure: builder => builder.UseEnvironment(environment).UseSetting("Author:Enabled", asked));

        Assert.Equal(isOn, (await site.ReadAsync("/page")).QuerySelector("script[src='/_author/author.js']") is not null);
    }

    [Fact]
    public async Task The_panel_lists_the_findings_of_the_page_and_those_elsewhere_with_file_line_and_advice()
    {
        using var content = Content();
        await using var site = Authors(content);

        var panel = await site.ReadAsync("/_author/panel?path=/page");
        var lists = panel.QuerySelectorAll("ul");

        Assert.Equal("1 finding on this page, 2 in all", panel.QuerySelector("summary")!.TextContent);
        Assert.Equal([1, 1], lists.Select(list => list.Children.Length));
        Assert.Contains("02.page/default.md:4", lists[0].TextContent);
        Assert.Contains("nowhere", lists[0].TextContent);
        Assert.Contains("03.other/default.md:5", lists[1].TextContent);
        Assert.True(lists[0].TextContent.Trim().EndsWith('.'));
    }

    [Fact]
    public async Task Every_edition_is_told()
    {
        using var content = Content();
        await using var site = Authors(content);
        using var stream = new StreamReader(await site.Visitor().GetStreamAsync("/_author/events"));
        var first = await DataAsync(stream);

        content.With("pages/02.page/default.md", "Other.\n");
        await site.Services.GetRequiredService<KnowledgePublisher>().RefreshAsync(CancellationToken.None);

        Assert.NotEqual(first, await DataAsync(stream));
    }

    [Fact]
    public async Task A_failed_build_is_in_the_panel()
    {
        using var content = Content();
        await using var site = Authors(content);
        await site.ReadAsync("/");
        Directory.Move(Path.Combine(content.Path, "pages"), Path.Combine(content.Path, "gone"));

        await site.Services.GetRequiredService<KnowledgePublisher>().RefreshAsync(CancellationToken.None);

        Assert.Contains("The last edition stays: The folder", (await site.ReadAsync("/_author/panel?path=/")).QuerySelector("details")!.TextContent);
    }

    private static ContentOnDisk Content() => new ContentOnDisk().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n")
        .With("pages/02.page/default.md", "---\ntitle: Page\n---\n[x](nowhere)\n").With("pages/03.other/default.md", "---\ntitle: Other\n---\n\n[x](nowhere)\n");

    private static Site Authors(ContentOnDisk content) => new(content.Path, configure: builder => builder.UseEnvironment("Development"));

    private static async Task<string> DataAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return line;
        throw new EndOfStreamException("The stream of editions has ended.");
    }
}
