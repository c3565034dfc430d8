using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Export;

namespace KnowledgeBase.Tests;

/// <summary>A content folder in memory. Paths are relative to the pages root; <c>config/…</c> and <c>search/synonyms.txt</c> are configuration, <c>wizard/…</c> the wizard's own files, <c>image://…</c> the site's images.</summary>
internal sealed class TestSite
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public static TestSite With(string path, string text = "") => new TestSite().And(path, text);

    /// <summary>A site with a home page and one page <c>/page</c>, whose body begins on line 4 of <c>02.page/default.md</c>.</summary>
    public static TestSite WithBody(string body, string header = "title: Page") =>
        With("01.home/default.md", "---\ntitle: Home\n---\n").And("02.page/default.md", $"---\n{header}\n---\n{body}");

    public TestSite And(string path, string text = "")
    {
        _files[path] = text;
        return this;
    }

    public ContentFiles Files => new()
    {
        Folders = [.. _files.Keys.Where(IsBelowRoot).SelectMany(FoldersOf).Distinct().Order(StringComparer.Ordinal)],
        Sources = [.. _files.Where(file => IsBelowRoot(file.Key) && IsSource(file.Key)).Select(file => new SourceFile(file.Key, file.Value))],
        Wizard = [.. _files.Where(file => IsWizard(file.Key)).Select(file => new SourceFile(file.Key, file.Value))],
        Media = [.. _files.Where(file => !IsConfiguration(file.Key) && !IsWizard(file.Key) && !IsSource(file.Key)).Select(file => new MediaFile(file.Key, Math.Max(file.Value.Length, 1)))],
        Configuration = [.. _files.Where(file => IsConfiguration(file.Key)).Select(file => new SourceFile(file.Key, file.Value))],
        Diagnostics = [],
    };

    public KnowledgeSnapshot Build(BuildOptions? options = null) => new KnowledgeBuilder(options ?? new BuildOptions { ColoursCode = false }).Build(Files, TestContext.Current.CancellationToken);

    private static bool IsConfiguration(string path) => path.StartsWith("config/", StringComparison.Ordinal) || path == "search/synonyms.txt";

    private static bool IsWizard(string path) => path.StartsWith("wizard/", StringComparison.Ordinal);

    private static bool IsBelowRoot(string path) => !IsConfiguration(path) && !IsWizard(path) && !path.StartsWith("image://", StringComparison.Ordinal);

    private static bool IsSource(string path) => path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith("/frontmatter.yaml", StringComparison.Ordinal) || path.EndsWith("/wizard.yaml", StringComparison.Ordinal);

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
    }
}

internal static class Snapshots
{
    public static Page PageOf(this KnowledgeSnapshot snapshot, string file) => Assert.Single(snapshot.Pages, page => page.File == file);

    /// <summary>The page of <see cref="TestSite.WithBody"/>.</summary>
    public static Page BodyPage(this KnowledgeSnapshot snapshot) => snapshot.PageOf("02.page/default.md");

    public static string Html(this KnowledgeSnapshot snapshot) => snapshot.BodyPage().Html;

    /// <summary>Every diagnostic as <c>file:line CODE</c>.</summary>
    public static ImmutableArray<string> Findings(this KnowledgeSnapshot snapshot) =>
        [.. snapshot.Diagnostics.Select(diagnostic => $"{diagnostic.Location.File}:{diagnostic.Location.Line} {diagnostic.Code.Id}")];

    public static IEnumerable<string> Codes(this KnowledgeSnapshot snapshot) => snapshot.Diagnostics.Select(diagnostic => diagnostic.Code.Id);

    public static ImmutableArray<string> Routes(this KnowledgeSnapshot snapshot) => [.. snapshot.Pages.Select(page => page.Route)];

    public static string[] HeadingIds(this Page page) => [.. page.Headings.Select(heading => heading.Id)];

    public static string Export(this KnowledgeSnapshot snapshot)
    {
        using var output = new MemoryStream();
        ExportDocument.Write(snapshot, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
