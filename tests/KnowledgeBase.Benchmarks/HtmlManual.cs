using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// Makes pages of a manual that was published as HTML: what stands beside the text is left out, headings, paragraphs, lists, tables and code become
/// Markdown. <c>admin/quotas.html</c> becomes <c>admin/quotas/docs.md</c>.
/// </summary>
internal static partial class HtmlManual
{
    private const int ShortestPage = 600;
    private const string Text = "[role=main], main, .docs-body, #page-content";
    private const string Beside = "script, style, nav, button, svg, img, .toplang, .top, #quickview, .headerlink, .permalink, .toctree-wrapper, .contents, .docs-page-actions, .related, .bottomlang";

    /// <param name="manual">The folder of the HTML files.</param>
    /// <param name="target">A folder below <c>pages</c> of a content folder.</param>
    /// <param name="folders">Those of the manual's folders that are wanted; all of them if empty.</param>
    public static void Convert(string manual, string target, string[] folders)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(manual, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(manual, file).Replace('\\', '/');
            if (folders.Length > 0 && !folders.Contains(path.Split('/')[0]))
                continue;
            if (Page(File.ReadAllText(file)) is not { } page || page.Length < ShortestPage)
                continue;
            var route = path[..^".html".Length].ToLowerInvariant().Replace('.', '-');
            var folder = Directory.CreateDirectory(Path.Combine(target, route.EndsWith("/index", StringComparison.Ordinal) ? route[..^"/index".Length] : route));
            File.WriteAllText(Path.Combine(folder.FullName, "docs.md"), page);
            count++;
        }
        Console.WriteLine($"{count} pages in {target}");
    }

    private static string? Page(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        if (document.QuerySelector(Text) is not { } root || root.QuerySelector("h1") is not { } title)
            return null;
        foreach (var element in root.QuerySelectorAll(Beside).ToArray())
            element.Remove();
        title.Remove();
        var text = new StringBuilder();
        Write(root, text, "");
        return $"---\ntitle: '{Line(title.TextContent).Replace("'", "''", StringComparison.Ordinal)}'\n---\n{text}";
    }

    /// <summary>Writes what stands in an element as blocks; text between blocks is a paragraph of its own.</summary>
    private static void Write(IElement parent, StringBuilder text, string indent)
    {
        var loose = new StringBuilder();
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element && IsBlock(element))
            {
                Paragraph(loose, text, indent);
                WriteBlock(element, text, indent);
            }
            else
            {
                loose.Append(Inline(node));
            }
        }
        Paragraph(loose, text, indent);
    }

    private static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "pre" or "ul" or "ol" or "dl" or "table" or "div" or "section" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
        || element.QuerySelector("p, pre, ul, ol, dl, table, h2, h3, h4") is not null;

    private static void WriteBlock(IElement element, StringBuilder text, string indent)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                text.Append($"\n{indent}{new string('#', Math.Max(2, element.LocalName[1] - '0'))} {Line(element.TextContent)}\n");
                break;
            case "pre":
                var lines = element.TextContent.Trim('\n').Split('\n').Select(line => indent + line.TrimEnd());
                text.Append($"\n{indent}```\n{string.Join('\n', lines)}\n{indent}```\n");
                break;
            case "ul" or "ol":
                foreach (var item in element.Children)
                    WriteItem(item, text, indent);
                break;
            case "dl":
                foreach (var child in element.Children)
                {
                    if (child.LocalName == "dt")
                        Paragraph(new StringBuilder($"**{Inline(child).Trim()}**"), text, indent);
                    else
                        Write(child, text, indent);
                }
                break;
            case "table":
                WriteTable(element, text, indent);
                break;
            default:
                Write(element, text, indent);
                break;
        }
    }

    private static void WriteItem(IElement item, StringBuilder text, string indent)
    {
        var inner = new StringBuilder();
        Write(item, inner, indent + "  ");
        if (inner.ToString().Trim() is { Length: > 0 } written)
            text.Append($"\n{indent}* {written}\n");
    }

    private static void WriteTable(IElement table, StringBuilder text, string indent)
    {
        var rows = table.QuerySelectorAll("tr").Select(row => row.Children.Select(cell => Line(Inline(cell)).Replace("|", "\\|", StringComparison.Ordinal)).ToArray()).Where(row => row.Length > 0).ToArray();
        if (rows.Length == 0)
            return;
        var width = rows.Max(row => row.Length);
        text.Append('\n');
        foreach (var (index, row) in rows.Index())
        {
            text.Append($"{indent}| {string.Join(" | ", row.Concat(Enumerable.Repeat("", width - row.Length)))} |\n");
            if (index == 0)
                text.Append($"{indent}|{string.Concat(Enumerable.Repeat("---|", width))}\n");
        }
    }

    private static void Paragraph(StringBuilder loose, StringBuilder text, string indent)
    {
        if (Line(loose.ToString()) is { Length: > 0 } line)
            text.Append($"\n{indent}{line}\n");
        loose.Clear();
    }

    private static string Inline(INode node) => node switch
    {
        IText words => Special().Replace(words.Data, @"\$0"),
        IElement { LocalName: "code" or "tt" } code => Line(code.TextContent) is { Length: > 0 } written ? written.Contains('`') ? Special().Replace(written, @"\$0") : $"`{written}`" : "",
        IElement { LocalName: "br" } => " ",
        IElement element => string.Concat(element.ChildNodes.Select(Inline)),
        _ => "",
    };

    private static string Line(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\\`*_{}\[\]<>#~]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
