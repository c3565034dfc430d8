namespace KnowledgeBase.Content;

/// <summary>Where a rule of <c>site.yaml</c> leads.</summary>
/// <param name="Target">A route or an address.</param>
/// <param name="IsRedirect">From <c>site.redirects</c>; otherwise the path is another name of a page.</param>
internal readonly record struct RuleMatch(string Target, bool IsRedirect);

/// <summary>Applies <c>site.routes</c> (exact ones first) and <c>site.redirects</c>. Rules may be written with the language prefix that Grav's URLs have.</summary>
internal static class SiteRules
{
    public static RuleMatch? Find(SiteSettings settings, string path)
    {
        if (settings.Routes.TryGetValue(path, out var exact))
            return new RuleMatch(exact, false);
        return Match(settings.RoutePatterns, path, settings.Language) is { } route ? new RuleMatch(route, false)
            : Match(settings.Redirects, path, settings.Language) is { } redirect ? new RuleMatch(redirect, true)
            : null;
    }

    private static string? Match(IReadOnlyList<RoutePattern> rules, string path, string? language)
    {
        foreach (var rule in rules)
        {
            var target = rule.Apply(path) ?? (language is null ? null : rule.Apply($"/{language}{path}"));
            if (target is not null)
                return target;
        }
        return null;
    }
}
