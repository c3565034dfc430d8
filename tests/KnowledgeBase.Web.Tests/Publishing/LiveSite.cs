using System.Diagnostics;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Publishing;

/// <summary>A site whose author is at work: what is saved in its folder is soon to be read.</summary>
internal sealed class LiveSite : IAsyncDisposable
{
    // Only a failure takes that long: a busy machine builds slowly, and a site that builds slowly reads everything again more rarely.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="watch">How it notices changes.</param>
    /// <param name="content">Its content; a home page and a page without.</param>
    /// <param name="path">Where it looks for its content, if not there.</param>
    /// <param name="isPatient">Whether it lists its folder as rarely as a site in production; else often, so that tests are fast.</param>
    public LiveSite(string watch, ContentOnDisk? content = null, string? path = null, bool isPatient = false)
    {
        Content = content ?? new ContentOnDisk().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.page/default.md", Page("first"));
        Site = new Site(path ?? Content.Path, configure: builder =>
        {
            builder.UseSetting("Content:Watch", watch);
            if (!isPatient)
                builder.UseSetting("Content:PollMilliseconds", "100").UseSetting("Content:RereadSeconds", "1");
        });
        Visitor = Site.Visitor();
    }

    public ContentOnDisk Content { get; }

    public Site Site { get; }

    public HttpClient Visitor { get; }

    public KnowledgePublisher Publisher => Site.Services.GetRequiredService<KnowledgePublisher>();

    public string Pages => Path.Combine(Content.Path, "pages");

    public string File => Path.Combine(Pages, "02.page", "default.md");

    public static string Page(string word) => $"---\ntitle: Page\n---\nIt says {word}.\n";

    /// <summary>Waits until the page says a word.</summary>
    public Task SaysAsync(string word, string route = "/page") => UntilAsync(async () => (await ReadAsync(route)).Contains($"It says {word}.", StringComparison.Ordinal), $"{route} does not say '{word}'.");

    public async Task<string> ReadAsync(string route)
    {
        using var response = await Visitor.GetAsync(route);
        return await response.Content.ReadAsStringAsync();
    }

    public static async Task UntilAsync(Func<Task<bool>> isSo, string otherwise)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, otherwise);
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        Content.Dispose();
    }
}
