using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components.Author;

/// <summary>Which files make a page: those in its folder, and those of its modules, whose folders begin with an underscore.</summary>
internal static class PageSources
{
    /// <param name="page">The page.</param>
    /// <param name="file">A path relative to the pages root.</param>
    public static bool Holds(Page page, string file)
    {
        var folder = page.File[..(page.File.LastIndexOf('/') + 1)];
        if (!file.StartsWith(folder, StringComparison.Ordinal))
            return false;
        var below = file[folder.Length..].Split('/');
        return below[..^1].All(name => name.TrimStart("0123456789.".ToCharArray()).StartsWith('_'));
    }
}
