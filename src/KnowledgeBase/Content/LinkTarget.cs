namespace KnowledgeBase.Content;

/// <summary>A local target cut into its parts.</summary>
/// <param name="Path">Percent-decoded, with <c>/</c>.</param>
/// <param name="Query">Without <c>?</c>; empty where there is none.</param>
/// <param name="Fragment">Without <c>#</c>; null where there is none.</param>
internal readonly record struct LinkTarget(string Path, string Query, string? Fragment)
{
    public static LinkTarget Parse(string raw)
    {
        var rest = raw;
        string? fragment = null;
        if (rest.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash)
            (rest, fragment) = (rest[..hash], rest[(hash + 1)..]);
        var query = "";
        if (rest.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark)
            (rest, query) = (rest[..mark], rest[(mark + 1)..]);
        return new LinkTarget(PagePath.Decode(rest.Replace('\\', '/')), query, string.IsNullOrEmpty(fragment) ? null : fragment);
    }

    /// <summary>The target with another path, its query and fragment kept.</summary>
    public string WithPath(string path) => path + (Query.Length > 0 ? "?" + Query : "") + (Fragment is null ? "" : "#" + Fragment);

    public bool IsAbsolute => Path.StartsWith('/');

    /// <summary>The parts of the path without empty ones and <c>.</c>; <c>..</c> stays.</summary>
    public IEnumerable<string> Segments => Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");
}
