namespace KnowledgeBase.Web.Status;

/// <summary>Who may see how the site is doing; section <c>Status</c> of the configuration.</summary>
internal sealed record StatusOptions
{
    public const string Section = "Status";

    private const int ShortestKey = 16;

    /// <summary>Without a key there is no status page.</summary>
    public string? Key { get; set; }

    internal bool IsOn => !string.IsNullOrEmpty(Key);

    internal string? Problem => IsOn && Key!.Length < ShortestKey ? $"Status:Key is shorter than {ShortestKey} characters; set a longer one, or none to have no status page." : null;
}
