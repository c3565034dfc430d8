using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Header keys that name other pages or files: checked when all of them are known.</summary>
internal static class HeaderChecker
{
    public static void Check(TreeNode node, SiteTree tree, SiteSettings settings, DiagnosticLog log)
    {
        var values = node.File!.FrontMatter.Values;
        if (node.Header.Redirect is { } redirect && LinkScheme.Of(redirect).IsEmpty && !Exists(redirect, tree, settings))
            log.Add(DiagnosticCodes.RedirectNowhere, At(node, values["redirect"]), $"The redirect to '{redirect}' leads to no page");
        if (values.Text("media_order") is { } order)
        {
            foreach (var name in order.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (tree.FindMedia($"{node.Folder}/{name}") is null)
                    log.Add(DiagnosticCodes.MissingGalleryFile, At(node, values["media_order"]), $"'media_order' names '{name}', which is not there");
        }
    }

    private static bool Exists(string redirect, SiteTree tree, SiteSettings settings)
    {
        var bracket = redirect.IndexOf('[', StringComparison.Ordinal);
        var route = "/" + (bracket < 0 ? redirect : redirect[..bracket]).Split('?', '#')[0].Trim().Trim('/');
        return route == "/" || tree.FindRoute(route) is not null || SiteRules.Find(settings, route) is not null;
    }

    private static SourceLocation At(TreeNode node, YamlValue? value) => new(node.File!.Source.Path, value?.Line ?? 1, value?.Column ?? 1);
}
