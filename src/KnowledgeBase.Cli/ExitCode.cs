namespace KnowledgeBase.Cli;

/// <summary>What the shell is told.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary><c>check</c> has found something.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, or no such folder.</summary>
    public const int Usage = 2;

    /// <summary>Our own mistake.</summary>
    public const int Failure = 70;

    /// <summary>Ctrl+C, as shells count it.</summary>
    public const int Cancelled = 130;
}
