using System.Diagnostics;

namespace KnowledgeBase.Web.Tests.Publishing;

/// <summary>However a file gets its new text, readers see it.</summary>
public sealed class ContentWatcherTests
{
    public static TheoryData<string> Ways => new("events", "poll");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_file_written_in_place_is_seen(string watch)
    {
        await using var live = new LiveSite(watch);

        await File.WriteAllTextAsync(live.File, LiveSite.Page("second"), Token);

        await live.SaysAsync("second");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_file_emptied_and_written_slowly_is_seen_whole(string watch)
    {
        await using var live = new LiveSite(watch);

        await using (var file = new FileStream(live.File, FileMode.Truncate, FileAccess.Write, FileShare.Read))
        {
            foreach (var piece in LiveSite.Page("second").Chunk(8))
            {
                await file.WriteAsync(piece.Select(letter => (byte)letter).ToArray(), Token);
                await file.FlushAsync(Token);
                await Task.Delay(20, Token);
            }
        }

        await live.SaysAsync("second");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_temporary_file_renamed_over_the_page_is_seen(string watch)
    {
        await using var live = new LiveSite(watch);
        var (written, size) = (File.GetLastWriteTimeUtc(live.File), new FileInfo(live.File).Length);

        // As rsync does it: the same size and the same time as before.
        await File.WriteAllTextAsync(live.File + ".x7Yq2", LiveSite.Page("other"), Token);
        File.SetLastWriteTimeUtc(live.File + ".x7Yq2", written);
        File.Move(live.File + ".x7Yq2", live.File, overwrite: true);

        Assert.Equal(size, new FileInfo(live.File).Length);
        await live.SaysAsync("other");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_page_moved_aside_as_a_backup_and_written_anew_is_seen(string watch)
    {
        await using var live = new LiveSite(watch);

        File.Move(live.File, live.File + "~");
        await File.WriteAllTextAsync(live.File, LiveSite.Page("second"), Token);
        File.Delete(live.File + "~");

        await live.SaysAsync("second");
    }

    [Theory]
    [InlineData("events", "yes")]
    [InlineData("events", "no")]
    [InlineData("poll", "yes")]
    [InlineData("poll", "no")]
    public async Task What_vim_saves_is_seen_however_it_keeps_its_backup(string watch, string backupCopy)
    {
        Assert.SkipUnless(IsInstalled("vim"), "There is no vim here.");
        await using var live = new LiveSite(watch);

        await RunAsync("vim", "-es", "-u", "NONE", "-i", "NONE", "-c", $"set writebackup backup backupcopy={backupCopy}", "-c", "%s/first/second/", "-c", "wq", live.File);

        await live.SaysAsync("second");
    }

    [Theory]
    [InlineData("events", "--delay-updates")]
    [InlineData("events", "--inplace")]
    [InlineData("poll", "--delay-updates")]
    [InlineData("poll", "--inplace")]
    public async Task What_rsync_copies_and_deletes_is_seen(string watch, string manner)
    {
        Assert.SkipUnless(IsInstalled("rsync"), "There is no rsync here.");
        await using var live = new LiveSite(watch);
        live.Content.With("pages/03.old/default.md", LiveSite.Page("old"));
        await live.SaysAsync("old", "/old");
        using var source = new ContentOnDisk().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.page/default.md", LiveSite.Page("second")).With("pages/04.new/default.md", LiveSite.Page("new"));

        await RunAsync("rsync", "-a", "--delete", manner, source.Path + "/", live.Content.Path + "/");

        await live.SaysAsync("second");
        await live.SaysAsync("new", "/new");
        await LiveSite.UntilAsync(async () => (int)(await live.Visitor.GetAsync("/old", Token)).StatusCode == 404, "The deleted page is still there.");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Pages_are_added_renamed_and_removed(string watch)
    {
        await using var live = new LiveSite(watch);

        live.Content.With("pages/03.new/01.deep/default.md", LiveSite.Page("new"));
        await live.SaysAsync("new", "/new/deep");
        Directory.Move(Path.Combine(live.Pages, "03.new"), Path.Combine(live.Pages, "04.other"));
        await live.SaysAsync("new", "/other/deep");
        await File.WriteAllTextAsync(Path.Combine(live.Pages, "04.other", "01.deep", "default.md"), LiveSite.Page("newer"), Token);
        await live.SaysAsync("newer", "/other/deep");
        Directory.Delete(Path.Combine(live.Pages, "04.other"), recursive: true);

        await LiveSite.UntilAsync(async () => (int)(await live.Visitor.GetAsync("/other/deep", Token)).StatusCode == 404, "The removed page is still there.");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_checkout_of_another_branch_is_seen(string watch)
    {
        await using var live = new LiveSite(watch);
        await GitAsync(live, "init", "-q", "-b", "main");
        await GitAsync(live, "add", ".");
        await GitAsync(live, "commit", "-q", "-m", "first");
        await GitAsync(live, "checkout", "-q", "-b", "draft");
        for (var page = 0; page < 40; page++)
            live.Content.With($"pages/03.many/{page:00}.p{page}/default.md", LiveSite.Page($"many{page}"));
        await File.WriteAllTextAsync(live.File, LiveSite.Page("draft"), Token);
        await GitAsync(live, "add", ".");
        await GitAsync(live, "commit", "-q", "-m", "second");
        await live.SaysAsync("draft");

        await GitAsync(live, "checkout", "-q", "main");
        await live.SaysAsync("first");
        await GitAsync(live, "checkout", "-q", "draft");

        await live.SaysAsync("many39", "/many/p39");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_swapped_link_of_a_mounted_volume_is_seen(string watch)
    {
        var content = new ContentOnDisk().With("..one/pages/01.home/default.md", "---\ntitle: Home\n---\n").With("..one/pages/02.page/default.md", LiveSite.Page("first"))
            .With("..two/pages/01.home/default.md", "---\ntitle: Home\n---\n").With("..two/pages/02.page/default.md", LiveSite.Page("second"));
        Directory.CreateSymbolicLink(Path.Combine(content.Path, "..data"), "..one");
        Directory.CreateSymbolicLink(Path.Combine(content.Path, "pages"), "..data/pages");
        await using var live = new LiveSite(watch, content);
        await live.SaysAsync("first");

        Directory.CreateSymbolicLink(Path.Combine(content.Path, "..data_tmp"), "..two");
        using (var move = Process.Start("mv", ["-T", Path.Combine(content.Path, "..data_tmp"), Path.Combine(content.Path, "..data")]))
            await move.WaitForExitAsync(Token);
        Directory.Delete(Path.Combine(content.Path, "..one"), recursive: true);

        await live.SaysAsync("second");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_content_folder_that_is_a_swapped_link_is_seen(string watch)
    {
        using var versions = new ContentOnDisk().With("one/pages/01.home/default.md", "---\ntitle: Home\n---\n").With("one/pages/02.page/default.md", LiveSite.Page("first"))
            .With("two/pages/01.home/default.md", "---\ntitle: Home\n---\n").With("two/pages/02.page/default.md", LiveSite.Page("second"));
        var link = Path.Combine(versions.Path, "current");
        Directory.CreateSymbolicLink(link, "one");
        await using var live = new LiveSite(watch, path: link);
        await live.SaysAsync("first");

        Directory.CreateSymbolicLink(link + "-next", "two");
        using (var move = Process.Start("mv", ["-T", link + "-next", link]))
            await move.WaitForExitAsync(Token);
        await live.SaysAsync("second");
        await File.WriteAllTextAsync(Path.Combine(versions.Path, "two", "pages", "02.page", "default.md"), LiveSite.Page("third"), Token);

        await live.SaysAsync("third");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_folder_that_was_emptied_leaves_the_last_edition_until_it_is_filled_again(string watch)
    {
        await using var live = new LiveSite(watch);
        var parked = Path.Combine(live.Content.Path, "..parked");

        Directory.Move(live.Pages, parked);
        await LiveSite.UntilAsync(() => Task.FromResult(live.Publisher.Builds[0].Problem is not null), "Nobody says that the folder is gone.");
        await live.SaysAsync("first");
        Directory.CreateDirectory(live.Pages);
        await LiveSite.UntilAsync(() => Task.FromResult(live.Publisher.Builds[0].Problem?.Contains("no pages", StringComparison.Ordinal) == true), "Nobody says that the folder is empty.");
        await live.SaysAsync("first");
        Directory.Delete(live.Pages);
        Directory.Move(parked, live.Pages);

        await LiveSite.UntilAsync(() => Task.FromResult(live.Publisher.Builds[0].Problem is null), "The folder that is back makes no edition.");
        await File.WriteAllTextAsync(live.File, LiveSite.Page("second"), Token);
        await live.SaysAsync("second");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_content_folder_that_is_replaced_as_a_whole_is_seen(string watch)
    {
        await using var live = new LiveSite(watch);
        using var other = new ContentOnDisk().With("pages/01.home/default.md", "---\ntitle: Home\n---\n").With("pages/02.page/default.md", LiveSite.Page("second"));

        Directory.Delete(live.Content.Path, recursive: true);
        await Task.Delay(300, Token);
        await live.SaysAsync("first");
        Directory.Move(other.Path, live.Content.Path);
        Directory.CreateDirectory(other.Path);

        await live.SaysAsync("second");
        await File.WriteAllTextAsync(live.File, LiveSite.Page("third"), Token);
        await live.SaysAsync("third");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_page_full_of_mistakes_takes_nothing_down(string watch)
    {
        await using var live = new LiveSite(watch);

        await File.WriteAllTextAsync(live.File, "---\ntitle: [\n  - {\n---\n[x](nowhere) <script> It says broken.\n```\n", Token);
        await LiveSite.UntilAsync(() => Task.FromResult(live.Publisher.Current!.Snapshot.Diagnostics.Length > 0), "The mistakes are not reported.");

        Assert.Contains("Hello.", await live.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_page_appears_on_its_day_though_nobody_saves_anything(string watch)
    {
        var day = DateTime.Now.AddSeconds(3).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        await using var live = new LiveSite(watch);
        live.Content.With("pages/03.soon/default.md", $"---\ntitle: Soon\npublish_date: '{day}'\n---\nIt says soon.\n");

        await live.SaysAsync("soon", "/soon");
    }

    [Fact]
    public async Task Five_hundred_saves_in_a_second_end_in_the_last_one_and_in_few_editions()
    {
        await using var live = new LiveSite("events");
        var started = Stopwatch.GetTimestamp();

        for (var save = 0; save <= 500; save++)
            await File.WriteAllTextAsync(live.File, LiveSite.Page($"save{save}"), Token);

        await live.SaysAsync("save500");
        // A machine that is busy with other things makes pauses between saves, in which an edition has its time.
        Assert.InRange(live.Publisher.Builds.Length, 2, 5 + (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * 5));
    }

    [Fact]
    public async Task A_touched_file_makes_no_new_edition()
    {
        await using var live = new LiveSite("poll");
        var before = live.Publisher.Current;

        File.SetLastWriteTimeUtc(live.File, DateTime.UtcNow.AddHours(-1));
        await Task.Delay(500, Token);

        Assert.Same(before, live.Publisher.Current);
    }

    [Fact]
    public async Task With_watching_off_the_first_edition_stays()
    {
        await using var live = new LiveSite("off");

        await File.WriteAllTextAsync(live.File, LiveSite.Page("second"), Token);
        await Task.Delay(600, Token);

        await live.SaysAsync("first");
    }

    private static bool IsInstalled(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.Close();
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task GitAsync(LiveSite live, params string[] arguments)
    {
        var command = new ProcessStartInfo("git", ["-c", "user.name=Author", "-c", "user.email=author@example.org", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = live.Content.Path };
        using var process = Process.Start(command)!;
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
    }
}
