using System.Diagnostics;

namespace KnowledgeBase.Web.Tests.Publishing;

public sealed class StartTests
{
    [Fact]
    public async Task A_missing_content_folder_stops_the_start_with_one_sentence()
    {
        var program = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", "--Content:Path=/no/such/folder"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(2, process.ExitCode);
        Assert.Equal("Content:Path is '/no/such/folder', but there is no folder '/no/such/folder'; set it to the folder that holds the pages.", error.Trim());
        Assert.Empty(output);
    }
}
