namespace KnowledgeBase.Content.Markdown;

/// <summary>How many backticks it takes to enclose a code.</summary>
internal static class CodeFence
{
    /// <summary>The most backticks in a row.</summary>
    public static int LongestRun(string code)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in code)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
