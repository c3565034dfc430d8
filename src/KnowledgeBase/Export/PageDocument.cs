using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Content;

namespace KnowledgeBase.Export;

/// <summary>A page as lists show it to scripts, in the export and over HTTP. Names and shapes are a contract.</summary>
public record PageEntry
{
    public PageEntry(Page page)
    {
        Route = page.Route;
        Title = page.Title;
        Menu = page.Menu;
        File = page.File;
        Parent = page.Parent;
        Order = page.Order;
        Template = page.Template;
        Language = page.Language;
        Languages = page.Languages;
        Date = page.Date?.Value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        DateAmbiguous = page.Date?.IsAmbiguous ?? false;
        Published = page.IsPublished;
        Visible = page.IsVisible;
        Routable = page.IsRoutable;
        ExternalUrl = page.ExternalUrl;
        Redirect = page.Redirect;
        Aliases = page.Aliases;
        Taxonomy = WithUsualTypes(page.Taxonomy);
        Summary = page.Summary;
    }

    public string Route { get; }

    public string Title { get; }

    public string Menu { get; }

    public string File { get; }

    public string? Parent { get; }

    public int Order { get; }

    public string Template { get; }

    public string? Language { get; }

    public ImmutableArray<string> Languages { get; }

    /// <summary>Local wall clock, <c>yyyy-MM-ddTHH:mm:ss</c>.</summary>
    public string? Date { get; }

    public bool DateAmbiguous { get; }

    public bool Published { get; }

    public bool Visible { get; }

    public bool Routable { get; }

    public string? ExternalUrl { get; }

    public string? Redirect { get; }

    public ImmutableArray<string> Aliases { get; }

    /// <summary>Type to values; <c>category</c> and <c>tag</c> are always there.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Taxonomy { get; }

    public string? Summary { get; }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> WithUsualTypes(ImmutableSortedDictionary<string, ImmutableArray<string>> taxonomy)
    {
        foreach (var type in (string[])["category", "tag"])
            if (!taxonomy.ContainsKey(type))
                taxonomy = taxonomy.Add(type, []);
        return taxonomy;
    }
}

/// <summary>A whole page: what lists show, and its body.</summary>
public sealed record PageDocument : PageEntry
{
    public PageDocument(Page page)
        : base(page)
    {
        Html = page.Html;
        Headings = [.. page.Headings.Select(heading => new HeadingDocument(heading.Level, heading.Id, heading.Text))];
        Links = [.. page.Links.Select(link => new LinkDocument(link))];
    }

    public string Html { get; }

    public ImmutableArray<HeadingDocument> Headings { get; }

    public ImmutableArray<LinkDocument> Links { get; }
}

/// <summary>A heading of the body.</summary>
public sealed record HeadingDocument(int Level, string Id, string Text);

/// <summary>A link or image.</summary>
public sealed record LinkDocument(string Kind, string Raw, string Href, string? Route, string? Fragment, string? Media, bool Broken)
{
    public LinkDocument(PageLink link)
        : this(link.Kind == LinkKind.Image ? "image" : "link", link.Raw, link.Href, link.Route, link.Fragment, link.Media, link.IsBroken)
    {
    }
}
