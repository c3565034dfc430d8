namespace KnowledgeBase.Web.Ready;

/// <summary>How much memory ready answers may take; section <c>Cache</c> of the configuration.</summary>
internal sealed record CacheOptions
{
    public const string Section = "Cache";

    private const int Most = 16_384;

    /// <summary>Megabytes of ready bytes; the least used go first. 0: every page is made anew for every request, and sent as it is.</summary>
    public int Megabytes { get; set; } = 64;

    internal long Bytes => Megabytes * 1024L * 1024;

    /// <summary>Says what is wrong with the settings; null for nothing.</summary>
    internal string? Problem => Megabytes is >= 0 and <= Most ? null : $"{Section}:{nameof(Megabytes)} is {Megabytes}; set it to a number from 0 to {Most}.";
}
