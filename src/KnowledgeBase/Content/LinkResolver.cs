using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>
/// Finds what a link or image of a page leads to, by Grav's rules: first as a path of files from the page's own folder, then as a route; order
/// prefixes may be written or left out step by step. Beyond Grav, wrong capitals and a wrong file name are forgiven with a warning, and nothing leaves
/// the root. Whether an anchor exists is checked later, when all headings are known. Immutable; safe to share.
/// </summary>
internal sealed class LinkResolver(SiteTree tree, SiteSettings settings, ContentLimits limits)
{
    /// <summary>Resolves a Markdown target.</summary>
    /// <param name="page">The page whose address counts for targets within it.</param>
    /// <param name="folder">The folder from which paths are followed: the page's own, or its module's.</param>
    /// <param name="kind">Link or image.</param>
    /// <param name="raw">The target as written.</param>
    public ResolvedLink Resolve(TreeNode page, TreeNode folder, LinkKind kind, string raw)
    {
        var text = WithoutOwnAddress(raw.Trim());
        if (text.StartsWith("//", StringComparison.Ordinal))
            return External(kind, raw, "https:" + text);
        if (text.StartsWith(SiteImages.Scheme, StringComparison.Ordinal))
            return SiteImage(kind, raw, text);
        if (!LinkScheme.Of(text).IsEmpty)
            return WithScheme(kind, raw, text);
        var target = LinkTarget.Parse(text);
        if (target.Path.Length == 0)
            return WithinPage(page, kind, raw, target);
        var found = Find(page, folder, target);
        return Describe(kind, raw, target, found);
    }

    /// <summary>Describes a target written as raw HTML, which Grav leaves as it is: the browser resolves it against the page's address.</summary>
    public ResolvedLink ResolveHtml(TreeNode page, LinkKind kind, string raw)
    {
        var text = raw.Trim();
        if (text.StartsWith("//", StringComparison.Ordinal) || !LinkScheme.Of(text).IsEmpty)
            return text.StartsWith("//", StringComparison.Ordinal) ? External(kind, raw, text) : WithScheme(kind, raw, text);
        var target = LinkTarget.Parse(text);
        if (target.Path.Length == 0)
            return WithinPage(page, kind, raw, target);
        var path = target.IsAbsolute ? Normalize("", target.Segments) : Normalize(PagePath.Parent(page.Route.TrimStart('/')) ?? "", target.Segments);
        var found = path is null ? Found.OutOfRoot : FindRoute(path) ?? FindServedMedia(path) ?? Found.Nothing("/" + path);
        var resolved = Describe(kind, raw, target, found);
        return resolved with { Link = resolved.Link with { Href = raw }, Attributes = [] };
    }

    private sealed record Found(TreeNode? Node, MediaFile? Media, string Path, LinkProblem? Problem = null)
    {
        public static readonly Found OutOfRoot = new(null, null, "/", new LinkProblem(DiagnosticCodes.LinkOutOfRoot, "leads above the pages root"));

        public static Found Nothing(string path) => new(null, null, path);
    }

    private string WithoutOwnAddress(string raw)
    {
        if (settings.BaseUrl is not { Length: > 0 } own || !raw.StartsWith(own, StringComparison.OrdinalIgnoreCase))
            return raw;
        var rest = raw[own.Length..];
        return rest.Length == 0 ? "/" : rest[0] is '/' ? WithoutLanguage(rest) : rest[0] is '?' or '#' ? "/" + rest : raw;
    }

    private string WithoutLanguage(string path)
    {
        foreach (var language in settings.Languages)
            if (path.StartsWith("/" + language, StringComparison.OrdinalIgnoreCase) && (path.Length == language.Length + 1 || path[language.Length + 1] == '/'))
                return path.Length == language.Length + 1 ? "/" : path[(language.Length + 1)..];
        return path;
    }

    private static ResolvedLink External(LinkKind kind, string raw, string href) =>
        new() { Link = new PageLink { Kind = kind, Raw = raw, Href = href }, IsExternal = true };

    private static ResolvedLink WithScheme(LinkKind kind, string raw, string text)
    {
        if (LinkScheme.IsSafe(text) && !(kind == LinkKind.Image && !text.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
            return External(kind, raw, text) with { IsExternal = text.StartsWith("http", StringComparison.OrdinalIgnoreCase) };
        return new ResolvedLink
        {
            Link = new PageLink { Kind = kind, Raw = raw, Href = "", IsBroken = true },
            Problem = new LinkProblem(DiagnosticCodes.UnsafeLink, "has an address of a kind that is not allowed and leads nowhere"),
        };
    }

    private ResolvedLink SiteImage(LinkKind kind, string raw, string text)
    {
        var target = LinkTarget.Parse(text[SiteImages.Scheme.Length..]);
        var name = string.Join('/', target.Segments);
        var media = tree.FindMedia(SiteImages.Scheme + name);
        return Describe(kind, raw, target, media is null ? Found.Nothing(SiteImages.UrlPrefix + name) : new Found(null, media, text));
    }

    private static ResolvedLink WithinPage(TreeNode page, LinkKind kind, string raw, LinkTarget target)
    {
        var href = (target.Query.Length > 0 ? "?" + target.Query : "") + (target.Fragment is null ? "" : "#" + target.Fragment);
        var isEmpty = kind == LinkKind.Image || raw.Trim().Length == 0;
        return new ResolvedLink
        {
            Link = new PageLink { Kind = kind, Raw = raw, Href = href.Length == 0 ? "#" : href, Route = kind == LinkKind.Image ? null : page.Route, Fragment = target.Fragment, IsBroken = isEmpty },
            Problem = isEmpty ? new LinkProblem(kind == LinkKind.Image ? DiagnosticCodes.MissingMedia : DiagnosticCodes.BrokenLink, "has no address") : null,
        };
    }

    private Found Find(TreeNode page, TreeNode folder, LinkTarget target)
    {
        var start = target.IsAbsolute ? "" : folder.Folder;
        var asPath = Normalize(start, target.Segments);
        var ownRoute = folder.Folder == page.Folder && page.Route != "/" ? page.Route : folder.RawRoute;
        var asRoute = Normalize(target.IsAbsolute ? "" : ownRoute.TrimStart('/'), target.Segments);
        if ((asPath is null ? null : FindPath(asPath)) is { } byPath)
            return byPath;
        if (asRoute is not null && (FindRoute(asRoute) ?? FindServedMedia(asRoute)) is { } byRoute)
            return byRoute;
        if (FindStepByStep(start, target) is { } bySteps)
            return bySteps;
        if (asPath is not null && FindForgiving(asPath) is { } forgiven)
            return forgiven;
        if (asRoute is not null && target.IsAbsolute && WithoutLanguage("/" + asRoute) is var rest && rest != "/" + asRoute)
            return FindRoute(rest.TrimStart('/')) ?? Found.Nothing(rest);
        return asRoute is null ? Found.OutOfRoot : FindRule("/" + asRoute) ?? Found.Nothing("/" + asRoute);
    }

    /// <summary>Dot segments removed; null where they lead above the root.</summary>
    private static string? Normalize(string start, IEnumerable<string> segments)
    {
        var parts = new List<string>(start.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in segments)
        {
            if (segment != "..")
                parts.Add(segment);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                return null;
        }
        return string.Join('/', parts);
    }

    private Found? FindPath(string path)
    {
        if (path.Length > 0 && PageAt(path) is { } folder)
            return LeadsSomewhere(folder) ? new Found(folder, null, folder.Route) : null;
        if (tree.HasSource(path) && PageAt(PagePath.Parent(path) ?? "") is { File: not null } page && LeadsSomewhere(page))
            return new Found(page, null, page.Route);
        return tree.FindMedia(path) is { } media ? new Found(null, media, "/" + path) : null;
    }

    /// <summary>The folder, or the page that a module is part of.</summary>
    private TreeNode? PageAt(string folder)
    {
        while (PagePath.IsModule(PagePath.Name(folder)) && PagePath.Parent(folder) is { } parent)
            folder = parent;
        return tree.FindFolder(folder);
    }

    /// <summary>Whether a visitor gets something there: the page, or the first one below a folder that has none to show.</summary>
    private static bool LeadsSomewhere(TreeNode node) => node.IsReachable || node.IsPassedOn;

    private Found? FindRoute(string path)
    {
        if (path.Length == 0)
            return tree.Home is { } home ? new Found(home, null, "/") : null;
        return tree.FindRoute("/" + path) is { } node && LeadsSomewhere(node) ? new Found(node, null, node.Route) : null;
    }

    /// <summary>A file named by the route of its page, or by its place below <c>/user/pages/</c>.</summary>
    private Found? FindServedMedia(string path)
    {
        if (path.StartsWith("user/pages/", StringComparison.Ordinal) && tree.FindMedia(path["user/pages/".Length..]) is { } direct)
            return new Found(null, direct, "/" + path);
        var folder = PagePath.Parent(path) is { Length: > 0 } parent ? tree.FindRoute("/" + parent) : tree.Home;
        if (folder is null && PagePath.Parent(path) is { Length: > 0 } named)
            folder = tree.FindFolder(named);
        return folder is not null && tree.FindMedia($"{folder.Folder}/{PagePath.Name(path)}") is { } media ? new Found(null, media, "/" + path) : null;
    }

    /// <summary>Walks the tree by folder names, names without prefix and slugs, mixed as the author likes.</summary>
    private Found? FindStepByStep(string start, LinkTarget target)
    {
        var node = tree.FindFolder(start);
        foreach (var segment in target.Segments)
        {
            if (node is null)
                return null;
            node = segment == ".."
                ? PagePath.Parent(node.Folder) is { } parent ? tree.FindFolder(parent) : null
                : node.Children.FirstOrDefault(child => child.Name == segment)
                    ?? node.Children.FirstOrDefault(child => IsNamed(child, segment) || IsNamed(child, PagePath.WithoutPrefix(segment)));
        }
        return node is { Folder.Length: > 0 } && LeadsSomewhere(node) ? new Found(node, null, node.Route) : null;
    }

    private static bool IsNamed(TreeNode node, string name) =>
        PagePath.WithoutPrefix(node.Name).Equals(name, StringComparison.OrdinalIgnoreCase) || node.Header.Slug == name;

    /// <summary>What the author most likely meant: the page of a folder whose file is called otherwise, or the name in other capitals.</summary>
    private Found? FindForgiving(string path)
    {
        var folder = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? PagePath.Parent(path) ?? "" : path;
        if (tree.FindFolderAnyCase(folder) is { File: not null } page && LeadsSomewhere(page))
            return new Found(page, null, page.Route, new LinkProblem(DiagnosticCodes.LinkSpelling, $"is not written as the page's file is called, '{page.File.Source.Path}'"));
        return tree.FindMediaAnyCase(path) is { } media
            ? new Found(null, media, "/" + path, new LinkProblem(DiagnosticCodes.LinkSpelling, $"is not written as the file is called, '{media.Path}'"))
            : null;
    }

    /// <summary>Addresses that the site's own rules answer.</summary>
    private Found? FindRule(string route)
    {
        return SiteRules.Find(settings, route) is not null
            ? new Found(null, null, route, new LinkProblem(DiagnosticCodes.LinkSpelling, "is answered by a redirect of the site", "Link to the page itself."))
            : null;
    }

    private ResolvedLink Describe(LinkKind kind, string raw, LinkTarget target, Found found)
    {
        var (query, attributes, isCut) = LinkQuery.Split(target.Query, kind, isMedia: found.Media is not null, limits.ActionCharacters);
        var problem = found.Problem;
        var isFound = found.Node is not null || found.Media is not null || problem?.Code == DiagnosticCodes.LinkSpelling;
        if (kind == LinkKind.Image && found.Media is null && isFound)
            (isFound, problem) = (false, null);
        if (!isFound && problem is null)
            problem = kind == LinkKind.Image
                ? new LinkProblem(DiagnosticCodes.MissingMedia, "does not exist")
                : new LinkProblem(DiagnosticCodes.BrokenLink, "leads to no page or file");
        if (isCut)
            problem ??= new LinkProblem(DiagnosticCodes.TooManyActions, $"has more than {limits.ActionCharacters} characters of actions; the rest of them is left out");
        var path = found.Media is not null ? MediaUrl(found.Media) : PagePath.Encode(found.Path);
        // No browser knows Grav's own scheme.
        var isUntouched = kind == LinkKind.Image && !isFound && !raw.StartsWith(SiteImages.Scheme, StringComparison.Ordinal);
        return new ResolvedLink
        {
            Link = new PageLink
            {
                Kind = kind,
                Raw = raw,
                Href = isUntouched ? raw : path + (query.Length > 0 ? "?" + query : "") + (target.Fragment is null ? "" : "#" + target.Fragment),
                Route = kind == LinkKind.Link && found.Media is null ? found.Node?.Route ?? found.Path : null,
                Fragment = target.Fragment,
                Media = found.Media?.Path,
                IsBroken = !isFound,
            },
            Attributes = attributes,
            Problem = problem,
        };
    }

    /// <summary>The address of a file: below its page's route, and where it has none by its place in the tree.</summary>
    private string MediaUrl(MediaFile media)
    {
        if (media.Path.StartsWith(SiteImages.Scheme, StringComparison.Ordinal))
            return SiteImages.UrlPrefix + PagePath.Encode(media.Path[SiteImages.Scheme.Length..]);
        var folder = tree.FindFolder(PagePath.Parent(media.Path) ?? "");
        var isServedByRoute = folder is { IsReachable: true } && tree.Routes.GetValueOrDefault(folder.Route)?.Folder == folder.Folder;
        return isServedByRoute
            ? PagePath.Encode(PagePath.Join(folder!.Route, PagePath.Name(media.Path)))
            : "/user/pages/" + PagePath.Encode(media.Path);
    }
}
