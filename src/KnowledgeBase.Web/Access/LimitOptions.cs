namespace KnowledgeBase.Web.Access;

/// <summary>What one client, and all of them, may ask for; section <c>Limits</c> of the configuration.</summary>
internal sealed record LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Searches, suggestions, wizard and API calls a second that one client may make on end.</summary>
    public int RequestsPerSecond { get; set; } = 20;

    /// <summary>How many of them it may make at once, after a pause.</summary>
    public int Burst { get; set; } = 100;

    /// <summary>
    /// Whether clients on the same machine are not counted. They are its owner's own tools, or a proxy that hides everybody behind one address as long as
    /// <c>Proxies:Trusted</c> does not name it.
    /// </summary>
    public bool ExemptsLoopback { get; set; } = true;

    /// <summary>Seconds that the answer to such a request may take.</summary>
    public int AnswerSeconds { get; set; } = 30;

    /// <summary>Connections that are open at once.</summary>
    public int Connections { get; set; } = 10_000;

    /// <summary>Seconds in which a client has to have sent its request's headers.</summary>
    public int HeaderSeconds { get; set; } = 10;

    /// <summary>Circuits, the live preview of the wizard, that are open at once. Whoever comes later has the same pages without it.</summary>
    public int Circuits { get; set; } = 1_000;

    /// <summary>How many of them one client may have.</summary>
    public int CircuitsPerClient { get; set; } = 20;

    /// <summary>Says what is wrong with the settings; null for nothing.</summary>
    internal string? Problem => TooSmall(nameof(RequestsPerSecond), RequestsPerSecond) ?? TooSmall(nameof(Burst), Burst) ?? TooSmall(nameof(AnswerSeconds), AnswerSeconds)
        ?? TooSmall(nameof(Connections), Connections) ?? TooSmall(nameof(HeaderSeconds), HeaderSeconds) ?? TooSmall(nameof(Circuits), Circuits) ?? TooSmall(nameof(CircuitsPerClient), CircuitsPerClient);

    private static string? TooSmall(string name, int value) => value >= 1 ? null : $"{Section}:{name} is {value}; set it to 1 or more.";
}
