using System.Text.RegularExpressions;

namespace KnowledgeBase.Content;

/// <summary>A rule of <c>site.routes</c> or <c>site.redirects</c>. Matching is linear in the path: no pattern of an author can stall a visitor.</summary>
public sealed class RoutePattern
{
    private readonly Regex _pattern;
    private readonly string _target;

    private RoutePattern(Regex pattern, string target)
    {
        _pattern = pattern;
        _target = target;
    }

    /// <summary>Makes a rule.</summary>
    /// <param name="pattern">A regular expression that must match from the beginning of the path; it matches a prefix as Grav's do.</param>
    /// <param name="target">A route or address with <c>$1</c> … for the groups.</param>
    /// <exception cref="ArgumentException">The pattern is no regular expression, or one that needs backtracking.</exception>
    public static RoutePattern Create(string pattern, string target)
    {
        try
        {
            return new RoutePattern(new Regex("^(?:" + pattern + ")", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), target);
        }
        catch (NotSupportedException exception)
        {
            throw new ArgumentException("it uses look-around or back-references", nameof(pattern), exception);
        }
    }

    /// <summary>The target for a path, null where the rule does not match.</summary>
    public string? Apply(string path)
    {
        var match = _pattern.Match(path);
        return match.Success ? match.Result(_target) + path[match.Length..] : null;
    }
}
