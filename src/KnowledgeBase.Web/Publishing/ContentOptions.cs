namespace KnowledgeBase.Web.Publishing;

/// <summary>Which content is served, and how its changes are noticed; section <c>Content</c> of the configuration.</summary>
internal sealed record ContentOptions
{
    public const string Section = "Content";

    /// <summary>A Grav user folder, or the folder with its pages; see <see cref="ContentLocation"/> for relative ones.</summary>
    public string Path { get; set; } = "content";

    /// <summary>
    /// <c>events</c>: the operating system tells, and a listing now and then finds what it did not. <c>poll</c>: listings alone, for network folders of which
    /// it never tells. <c>off</c>: the first edition stays.
    /// </summary>
    public string Watch { get; set; } = "events";

    /// <summary>Milliseconds between two listings; a folder that takes long to list is listed more rarely.</summary>
    public int PollMilliseconds { get; set; } = 1000;

    /// <summary>Seconds after which everything is read again, whatever the listings say; longer for a site that takes long to build.</summary>
    public int RereadSeconds { get; set; } = 60;

    internal bool UsesEvents => Is("events");

    internal bool IsWatched => !Is("off");

    /// <summary>Says what is wrong with the settings; null for nothing.</summary>
    internal string? Problem => this switch
    {
        _ when !Is("events") && !Is("poll") && !Is("off") => $"Content:Watch is '{Watch}'; set it to events, poll or off.",
        { PollMilliseconds: < 50 or > 3_600_000 } => $"Content:PollMilliseconds is {PollMilliseconds}; set it to a number from 50 to 3600000.",
        { RereadSeconds: < 1 } => $"Content:RereadSeconds is {RereadSeconds}; set it to 1 or more.",
        _ => null,
    };

    private bool Is(string watch) => string.Equals(Watch, watch, StringComparison.OrdinalIgnoreCase);
}
