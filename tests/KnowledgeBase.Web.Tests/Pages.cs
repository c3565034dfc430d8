using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Tests;

/// <summary>Compiles a few words into a page or a site, for tests that look at one part of the interface.</summary>
internal static class Pages
{
    public static KnowledgeSnapshot Site(params (string Folder, string Title, string Body)[] pages)
    {
        var sources = pages.Select(page => new SourceFile($"{page.Folder}/docs.md", $"---\ntitle: '{page.Title}'\n---\n{page.Body}\n"));
        return new KnowledgeBuilder().Build(new ContentFiles
        {
            Folders = [.. pages.SelectMany(page => FolderAndAbove(page.Folder)).Distinct().Order(StringComparer.Ordinal)],
            Sources = [.. sources.OrderBy(source => source.Path, StringComparer.Ordinal)],
            Media = [],
            Configuration = [],
            Diagnostics = [],
        });
    }

    private static IEnumerable<string> FolderAndAbove(string folder)
    {
        var parts = folder.Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts.Take(count)));
    }
}
