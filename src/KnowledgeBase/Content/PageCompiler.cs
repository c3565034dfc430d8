using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Puts header and body of one page together.</summary>
internal static class PageCompiler
{
    /// <summary>The title: the header's, else its menu name, the first large heading, the folder's name.</summary>
    public static string TitleOf(TreeNode node, CompiledBody body, DiagnosticLog log)
    {
        if (node.Header.Title is { } title)
            return title;
        var found = node.Header.Menu ?? body.Headings.FirstOrDefault(heading => heading.Level <= 2 && heading.Text.Length > 0)?.Text ?? PagePath.TitleOf(PagePath.WithoutPrefix(node.Name));
        log.Add(DiagnosticCodes.MissingTitle, new SourceLocation(node.File!.Source.Path), $"The page has no title; '{found}' is used");
        return found;
    }

    public static ImmutableArray<string> TagsOf(TreeNode node) => [.. node.Header.Taxonomy.SelectMany(type => type.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static Page Compile(TreeNode node, CompiledBody body, string title)
    {
        var (file, header) = (node.File!, node.Header);
        return new Page
        {
            Route = node.Route,
            Title = title,
            Menu = header.Menu ?? title,
            File = file.Source.Path,
            Parent = node.ParentRoute,
            Order = node.Order,
            Template = file.Template,
            Language = file.Language,
            Languages = file.Languages,
            Date = header.Date,
            IsPublished = header.IsPublished,
            IsVisible = node.IsVisible,
            IsRoutable = node.IsReachable,
            ExternalUrl = header.ExternalUrl,
            Redirect = header.Redirect,
            Aliases = AliasesOf(node),
            Taxonomy = header.Taxonomy,
            Summary = body.Summary,
            Utf8Html = Encoding.UTF8.GetBytes(body.Html),
            Markdown = body.Markdown,
            Headings = body.Headings,
            Sections = body.Sections.SetItem(0, body.Sections[0] with { Title = title }),
            Links = [.. body.Links.Select(placed => placed.Link)],
        };
    }

    private static ImmutableArray<string> AliasesOf(TreeNode node)
    {
        var aliases = node.Header.Aliases.AsEnumerable();
        if (node.Header.CanonicalRoute is { } canonical)
            aliases = aliases.Append(canonical);
        return [.. aliases.Append(node.RawRoute).Where(alias => !alias.Equals(node.Route, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
