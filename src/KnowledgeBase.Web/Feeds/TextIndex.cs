using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Feeds;

/// <summary><c>/llms.txt</c>: what there is to read and where its text lies (llmstxt.org).</summary>
internal static class TextIndex
{
    public static string Write(PublishedKnowledge knowledge, string origin)
    {
        var text = new StringBuilder($"# {Line(knowledge.Snapshot.Settings.Title)}\n");
        if (knowledge.Snapshot.Settings.Description is { } description)
            text.Append($"\n> {Line(description)}\n");
        if (knowledge.Snapshot.Home is { IsRoutable: true } home)
            text.Append('\n').Append(Entry(home, knowledge, origin));
        foreach (var chapter in knowledge.Map.Chapters)
        {
            var entries = string.Concat(Below(chapter).Select(page => Entry(page, knowledge, origin)));
            if (entries.Length > 0)
                text.Append($"\n## {Line(chapter.Label)}\n\n{entries}");
        }
        return text.ToString();
    }

    private static IEnumerable<Page> Below(SiteNode node) => (node.Page is { IsRoutable: true, Redirect: null, ExternalUrl: null } page ? [page] : Array.Empty<Page>())
        .Concat(node.Children.Where(child => child.IsVisible).SelectMany(Below));

    private static string Entry(Page page, PublishedKnowledge knowledge, string origin)
    {
        var title = Line(knowledge.Map.TitleOf(page)).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
        var summary = page.Summary is null ? "" : $": {Line(page.Summary)}";
        return $"- [{title}]({origin}{MarkdownResult.AddressOf(page)}){summary}\n";
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
