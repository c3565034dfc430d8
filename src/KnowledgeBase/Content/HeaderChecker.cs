using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Header keys that name other pages or files: checked when all of them are known.</summary>
internal static class HeaderChecker
{
    public static void Check(TreeNode node, SiteTree tree, SiteSettings settings, DiagnosticLog log)
    {
        var values = node.File!.FrontMatter.Values;
        if (node.Header.Redirect is { } redirect && LinkScheme.Of(redirect).IsEmpty && ProblemOf(node, redirect, tree, settings) is { } problem)
            log.Add(DiagnosticCodes.RedirectNowhere, At(node, values["redirect"]), $"The redirect to '{redirect}' {problem}");
        if (values.Text("media_order") is { } order)
        {
            foreach (var name in order.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (tree.FindMedia($"{node.Folder}/{name}") is null)
                    log.Add(DiagnosticCodes.MissingGalleryFile, At(node, values["media_order"]), $"'media_order' names '{name}', which is not there");
        }
    }

    private const int LongestChain = 10;

    /// <summary>What is wrong with a redirect within the site, followed over further redirects; null where it ends at a page.</summary>
    private static string? ProblemOf(TreeNode node, string redirect, SiteTree tree, SiteSettings settings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { node.Folder };
        for (var next = redirect; seen.Count <= LongestChain;)
        {
            var bracket = next.IndexOf('[', StringComparison.Ordinal);
            var route = "/" + LinkTarget.Parse(bracket < 0 ? next : next[..bracket]).Path.Trim().Trim('/');
            var target = route == "/" ? tree.Home : tree.FindRoute(route);
            if (target is null or { IsReachable: false, IsPassedOn: false })
                return SiteRules.Find(settings, route) is null ? "leads to no page" : null;
            if (!seen.Add(target.Folder))
                return "leads round in a circle";
            if (target.Header.Redirect is not { } further || !LinkScheme.Of(further).IsEmpty)
                return null;
            next = further;
        }
        return "leads over too many other redirects";
    }

    private static SourceLocation At(TreeNode node, YamlValue? value) => new(node.File!.Source.Path, value?.Line ?? 1, value?.Column ?? 1);
}
