namespace KnowledgeBase.Browser.Tests;

/// <summary>One page of each kind that the site has, in the shipped content.</summary>
internal static class PageTypes
{
    public const string KnownIssues = "/reference/network/known-issues";

    public const string Article = "/handbook/markdown";

    public const string Search = "/search?q=keepalive+conection";

    public const string Question = "/troubleshoot/network/vm-nat?symptom=slow-setup&os=centos-7";

    public const string Result = "/troubleshoot/network/result?symptom=idle-drop&idle-time=over-60s&opened-by=cloud-vm&peer=internet&app-keepalive=unknown";

    /// <summary>A short name, for files, and the route.</summary>
    public static IReadOnlyList<(string Name, string Route)> All { get; } =
    [
        ("home", "/"),
        ("section", "/reference"),
        ("article", Article),
        ("notices", "/handbook/notices"),
        ("known-issues", KnownIssues),
        ("issues", "/issues"),
        ("issues-filtered", "/issues?solutionState=none"),
        ("issues-absurd", "/issues?solutionState=perhaps&from=99999"),
        ("search", Search),
        ("search-filtered", "/search?q=tcp+connection&kind=issue&solutionState=available"),
        ("search-nothing-fits", "/search?q=tcp&tag=no-such-tag&kind=perhaps&from=99999"),
        ("search-nothing-found", "/search?q=wombat+hangupz"),
        ("search-empty", "/search"),
        ("keyboard", "/keyboard"),
        ("topics", "/troubleshoot"),
        ("question", Question),
        ("question-error", "/troubleshoot/network/symptom?symptom="),
        ("evidence", "/troubleshoot/network/evidence?symptom=slow-setup&os=centos-7&pasted=os&undecided=conntrack"),
        ("result", Result),
        ("result-fallback", "/troubleshoot/network/result?symptom=other"),
        ("result-contradiction", "/troubleshoot/network/result?peer=internet&cloud-nat=no"),
        ("map", "/troubleshoot/network/map"),
        ("not-found", "/reference/netwrk/known-issue"),
    ];

    /// <summary>Steps of the interview: the only pages that a circuit may make live.</summary>
    public static IReadOnlyList<string> Live { get; } = [.. All.Where(page => page.Name.StartsWith("question", StringComparison.Ordinal) || page.Name.StartsWith("result", StringComparison.Ordinal)).Select(page => page.Route)];

    public static TheoryData<string> Routes() => [.. All.Select(page => page.Route)];
}
