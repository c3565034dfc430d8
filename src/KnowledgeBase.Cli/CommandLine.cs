using System.CommandLine;

namespace KnowledgeBase.Cli;

/// <summary>Runs a command; the one place where exceptions end as a sentence and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"error: {error.Message}");
            await Console.Error.WriteLineAsync("Add --help to see how the command is used.");
            return ExitCode.Usage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (DirectoryNotFoundException exception)
        {
            await Console.Error.WriteLineAsync($"error: {exception.Message}");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (IOException exception)
        {
            // The reader of a pipe has gone, or the disk is full: the system's own sentence says which.
            await Console.Error.WriteLineAsync($"error: {exception.Message}");
            return ExitCode.Failure;
        }
        catch (Exception exception) when (Environment.GetEnvironmentVariable("KNOWLEDGEBASE_DEBUG") is null)
        {
            await Console.Error.WriteLineAsync($"error: The program has failed: {exception.Message} Set KNOWLEDGEBASE_DEBUG=1 to see where, and please report it.");
            return ExitCode.Failure;
        }
    }
}
