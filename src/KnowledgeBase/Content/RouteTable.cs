using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Content;

/// <summary>
/// Answers what a path leads to, in Grav's order: page, alias, file, <c>site.routes</c>, <c>site.redirects</c>. Immutable; safe to share. Case and the
/// language prefix of old links are accepted and redirected to the canonical form.
/// </summary>
public sealed partial class RouteTable
{
    private const int Permanent = 301;

    private readonly SiteSettings _settings;
    private readonly FrozenDictionary<string, Page> _pages;
    private readonly FrozenDictionary<string, string> _moved;
    private readonly FrozenDictionary<string, string> _firstChild;
    private readonly FrozenDictionary<string, string> _folders;
    private readonly FrozenDictionary<string, MediaFile> _media;

    internal RouteTable(SiteTree tree, SiteSettings settings, IReadOnlyDictionary<string, Page> pagesByFolder)
    {
        _settings = settings;
        _media = tree.Media;
        _pages = tree.Routes.Where(route => route.Value.IsReachable)
            .ToFrozenDictionary(route => route.Key, route => pagesByFolder[route.Value.Folder], StringComparer.OrdinalIgnoreCase);
        _moved = tree.Aliases.Where(alias => alias.Value.IsReachable)
            .ToFrozenDictionary(alias => alias.Key, alias => alias.Value.Route, StringComparer.OrdinalIgnoreCase);
        _firstChild = tree.Routes.Concat(tree.Aliases).Where(route => route.Value.IsPassedOn)
            .DistinctBy(route => route.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(route => route.Key, route => route.Value.FirstReachableChild!.Route, StringComparer.OrdinalIgnoreCase);
        _folders = tree.Routes.Concat(tree.Aliases).DistinctBy(route => route.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(route => route.Key, route => route.Value.Folder, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The routable page at a route, whatever the case; null where there is none.</summary>
    public Page? FindPage(string route) => _pages.GetValueOrDefault(route);

    /// <summary>What a path leads to.</summary>
    /// <param name="path">Percent-decoded, beginning with <c>/</c>, without query.</param>
    public RouteMatch Find(string path)
    {
        var asked = path.Length > 1 ? path.TrimEnd('/') : path;
        if (asked.Length == 0)
            asked = "/";
        if (FindUnprefixed(asked, isExact: asked == path) is { } match)
            return match;
        if (WithoutExtension(asked) is { } bare && FindUnprefixed(bare, isExact: false) is { } withoutExtension)
            return withoutExtension;
        if (WithoutLanguage(asked) is { } rest && (FindUnprefixed(rest, isExact: false) ?? FindRule(rest)) is { } withoutLanguage)
            return withoutLanguage;
        return (RouteMatch?)FindRule(asked) ?? new RouteMatch.Missing();
    }

    private RouteMatch? FindUnprefixed(string path, bool isExact)
    {
        if (_pages.TryGetValue(path, out var page))
            return isExact && path == page.Route ? (RouteMatch?)RedirectOf(page) ?? new RouteMatch.Found(page) : Moved(page.Route, Permanent);
        if (_moved.TryGetValue(path, out var route))
            return Moved(route, Permanent);
        if (_firstChild.TryGetValue(path, out var child))
            return Moved(child, _settings.RedirectStatus);
        return FindMedia(path, isExact);
    }

    private RouteMatch.Moved? RedirectOf(Page page)
    {
        if (page.Redirect is not { } redirect)
            return null;
        var status = _settings.RedirectStatus;
        if (StatusSuffix().Match(redirect) is { Success: true } suffix)
        {
            status = int.Parse(suffix.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            redirect = redirect[..suffix.Index];
        }
        if (!LinkScheme.Of(redirect).IsEmpty)
            return LinkScheme.IsSafe(redirect) ? new RouteMatch.Moved(redirect, status) : null;
        var target = LinkTarget.Parse(redirect);
        var route = "/" + target.Path.Trim('/');
        // A page that redirects to itself is shown instead of looping.
        return route.Equals(page.Route, StringComparison.OrdinalIgnoreCase) ? null : new RouteMatch.Moved(target.WithPath(PagePath.Encode(route)), status);
    }

    private RouteMatch? FindMedia(string path, bool isExact)
    {
        if (path.StartsWith("/user/pages/", StringComparison.Ordinal))
            return _media.TryGetValue(path["/user/pages/".Length..], out var direct) ? new RouteMatch.Media(direct) : null;
        if (path.StartsWith(SiteImages.UrlPrefix, StringComparison.Ordinal))
            return _media.TryGetValue(SiteImages.Scheme + path[SiteImages.UrlPrefix.Length..], out var image) ? new RouteMatch.Media(image) : null;
        var slash = path.LastIndexOf('/');
        var folder = _folders.GetValueOrDefault(slash == 0 ? "/" : path[..slash]);
        if (folder is null || !_media.TryGetValue($"{folder}/{path[(slash + 1)..]}", out var media))
            return null;
        return isExact ? new RouteMatch.Media(media) : Moved(path, Permanent);
    }

    private RouteMatch.Moved? FindRule(string path)
    {
        if (SiteRules.Find(_settings, path) is not { } rule || rule.Target.Equals(path, StringComparison.OrdinalIgnoreCase))
            return null;
        var status = rule.IsRedirect ? _settings.RedirectStatus : Permanent;
        return LinkScheme.Of(rule.Target).IsEmpty
            ? Moved("/" + rule.Target.Trim('/'), status)
            : LinkScheme.IsSafe(rule.Target) ? new RouteMatch.Moved(rule.Target, status) : null;
    }

    private static RouteMatch.Moved Moved(string route, int status) => new(PagePath.Encode(route), status);

    private static string? WithoutExtension(string path) => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) && path.Length > 6 ? path[..^5] : null;

    private string? WithoutLanguage(string path)
    {
        foreach (var language in _settings.Languages)
        {
            if (path.Length > language.Length && path.AsSpan(1).StartsWith(language, StringComparison.OrdinalIgnoreCase))
            {
                var rest = path[(language.Length + 1)..];
                if (rest.Length == 0 || rest[0] == '/')
                    return rest.Length == 0 ? "/" : rest;
            }
        }
        return null;
    }

    [GeneratedRegex(@"\[(30[12378])\]$")]
    private static partial Regex StatusSuffix();
}
