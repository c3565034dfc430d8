using System.Diagnostics;

namespace KnowledgeBase.Web.Tests.Publishing;

public sealed class StartTests
{
    [Theory]
    [InlineData("--Content:Path=/no/such/folder", "Content:Path is '/no/such/folder', but there is no folder '/no/such/folder'; set it to the folder that holds the pages.")]
    [InlineData("--Site:Url=docs.example.org", "Site:Url is 'docs.example.org'; set it to the address of the site, such as https://docs.example.org, or leave it out.")]
    [InlineData("--Site:EditUrl=https://git.example.org/docs", "Site:EditUrl is 'https://git.example.org/docs'; set it to where a page's file is changed, such as https://git.example.org/docs/edit/main/pages/{file}, or leave it out.")]
    [InlineData("--Site:EditUrl=javascript:{file}", "Site:EditUrl is 'javascript:{file}'; set it to where a page's file is changed, such as https://git.example.org/docs/edit/main/pages/{file}, or leave it out.")]
    [InlineData("--Content:Watch=sometimes", "Content:Watch is 'sometimes'; set it to events, poll or off.")]
    [InlineData("--Content:PollMilliseconds=1", "Content:PollMilliseconds is 1; set it to a number from 50 to 3600000.")]
    [InlineData("--Cache:Megabytes=-1", "Cache:Megabytes is -1; set it to a number from 0 to 16384.")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence(string setting, string sentence) =>
        Assert.Equal((2, sentence, ""), await StartAsync(setting));

    [Fact]
    public async Task An_empty_folder_stops_the_start_with_one_sentence()
    {
        using var content = new ContentOnDisk();

        var (code, error, _) = await StartAsync("--Content:Path=" + content.Path);

        Assert.Equal((2, $"The content folder '{content.Path}' has no pages; put the first one into it, or set Content:Path to the folder that holds the pages."), (code, error));
    }

    private static async Task<(int Code, string Error, string Output)> StartAsync(string setting)
    {
        var program = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", setting])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error.Trim(), output);
    }
}
