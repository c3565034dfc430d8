using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Tests.Publishing;

/// <summary>
/// Readers while the content changes: every answer is one edition, none fails. <c>KNOWLEDGEBASE_RELOADS=2000</c> makes it the long form, which also
/// shows how much memory stays.
/// </summary>
public sealed partial class ReloadTests(ITestOutputHelper output)
{
    private const int Readers = 4;
    private const int PagesThatAgree = 20;

    [Fact]
    public async Task Reloads_under_load_give_no_error_and_no_answer_of_two_editions()
    {
        var reloads = int.TryParse(Environment.GetEnvironmentVariable("KNOWLEDGEBASE_RELOADS"), CultureInfo.InvariantCulture, out var asked) ? asked : 50;
        var content = new ContentOnDisk();
        Write(content, 0);
        await using var live = new LiveSite("off", content);
        using var ended = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Run(() => ReadAsync(live, reader, ended.Token))).ToArray();
        var memory = new List<long>();

        for (var reload = 1; reload <= reloads; reload++)
        {
            Write(content, reload);
            await live.Publisher.RefreshAsync(TestContext.Current.CancellationToken);
            if (reload % Math.Max(1, reloads / 10) == 0)
                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }
        await ended.CancelAsync();
        var answers = (await Task.WhenAll(readers)).Sum();

        output.WriteLine($"{reloads} reloads, {answers} answers; managed memory in MB after each tenth: {string.Join(' ', memory.Select(bytes => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)))}");
        Assert.True(answers >= reloads, $"{answers} answers");
        Assert.All(live.Publisher.Builds, build => Assert.Null(build.Problem));
        // Other tests share the process in the short form. Readers are at work while memory is weighed, so the lightest moments are compared.
        if (asked > 0)
            Assert.InRange(memory.Skip(memory.Count / 2).Min(), 0, (long)(memory.Take(memory.Count / 2).Min() * 1.2) + 5_000_000);
    }

    /// <summary>
    /// <c>KNOWLEDGEBASE_PAGES=4000</c> makes it the long form; it shows how long it takes from a save in an editor until a reader of the page gets it.
    /// </summary>
    [Fact]
    public async Task A_save_on_a_large_site_is_seen_by_its_next_reader()
    {
        var pages = int.TryParse(Environment.GetEnvironmentVariable("KNOWLEDGEBASE_PAGES"), CultureInfo.InvariantCulture, out var asked) ? asked : 100;
        var text = string.Concat(Enumerable.Range(0, 12).Select(number => $"## Part {number}\n\nSome [words](../01.home/default.md) with `code`, **weight** and a list:\n\n* one thing\n* another thing\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n"));
        var content = new ContentOnDisk().With("pages/01.home/default.md", "---\ntitle: Home\n---\nText.\n").With("pages/02.page/default.md", LiveSite.Page("first"));
        for (var page = 0; page < pages; page++)
            content.With($"pages/{(page / 50) + 3:000}.part{page / 50}/{page % 50:00}.page{page}/default.md", $"---\ntitle: Page {page}\n---\n{text.Replace("thing", "thing" + page, StringComparison.Ordinal)}");
        await using var live = new LiveSite("events", content, isPatient: true);
        await live.SaysAsync("first");
        var took = new List<double>();

        for (var save = 0; save < (asked > 0 ? 21 : 3); save++)
        {
            var started = Stopwatch.GetTimestamp();
            await File.WriteAllTextAsync(live.File, LiveSite.Page($"save{save}"), TestContext.Current.CancellationToken);
            await live.SaysAsync($"save{save}");
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages: from save to visible {took.Min():F0} ms at best, {took.Order().ElementAt(took.Count / 2):F0} ms in the middle, {took.Max():F0} ms at worst"));
    }

    /// <summary>One reader: the API's list names every page's number of reloads in its title, so that a torn answer shows.</summary>
    private static async Task<int> ReadAsync(LiveSite live, int reader, CancellationToken ended)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var answers = 0;
        while (!ended.IsCancellationRequested)
        {
            foreach (var address in (string[])["/api/v1/pages", $"/page{reader}", "/issues", $"/page{reader}.md"])
            {
                using var response = await live.Visitor.GetAsync(address, CancellationToken.None);
                var text = await response.Content.ReadAsStringAsync(CancellationToken.None);
                Assert.True((int)response.StatusCode == 200, $"{address}: {response.StatusCode}");
                var number = Assert.Single(Numbers().Matches(text).Select(match => match.Value).Distinct());
                var tag = response.Headers.ETag!.Tag;
                Assert.Equal(number, tags.TryGetValue(tag, out var before) ? before : tags[tag] = number);
                answers++;
            }
        }
        return answers;
    }

    private static void Write(ContentOnDisk content, int reload)
    {
        content.With("config/site.yaml", "title: Manual\n");
        for (var page = 0; page < PagesThatAgree; page++)
            content.With($"pages/{page + 2:00}.page{page}/default.md", $"---\ntitle: 'Page {page} reload{reload}'\n---\nText reload{reload}.\n\n## It fails\n\n**Problem:**\nreload{reload}\n\n**Solution:**\nWait.\n");
        content.With("pages/01.home/default.md", $"---\ntitle: 'Home reload{reload}'\n---\nText.\n");
    }

    [GeneratedRegex("reload[0-9]+")]
    private static partial Regex Numbers();
}
