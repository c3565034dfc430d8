using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>
/// What the product takes from a Grav site's <c>config/</c>. Every value has a default, so that a folder without configuration is a site. Immutable.
/// </summary>
public sealed record SiteSettings
{
    /// <summary>The site's name; <c>site.title</c>.</summary>
    public string Title { get; init; } = "Knowledge base";

    /// <summary>One sentence about the site; <c>site.metadata.description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>Languages in the site's order; empty where files carry none.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The language whose files are shown; null where files carry none.</summary>
    public string? Language { get; init; }

    /// <summary>File languages in the order in which they are tried; the empty one is a plain <c>.md</c>.</summary>
    public ImmutableArray<string> LanguageFallback { get; init; } = [""];

    /// <summary>Raw route of the page at <c>/</c>; null: <c>/home</c>, else the first visible top-level page.</summary>
    public string? HomeAlias { get; init; }

    /// <summary>Where the alias is written.</summary>
    internal SourceLocation HomeAliasAt { get; init; }

    /// <summary>Whether pages below the home page leave its name out of their routes.</summary>
    public bool HidesHomeInUrls { get; init; }

    /// <summary>Whether routes are lower-cased; Grav's <c>force_lowercase_urls</c>.</summary>
    public bool UsesLowercaseRoutes { get; init; } = true;

    /// <summary>Whether folders without a page file stay out of the navigation.</summary>
    public bool HidesEmptyFolders { get; init; }

    /// <summary>The order of day and month in PHP's letters; <c>pages.dateformat.default</c>.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Markdown Extra: footnotes, definition lists, abbreviations, heading attributes.</summary>
    public bool UsesMarkdownExtra { get; init; } = true;

    /// <summary>Whether a line end inside a paragraph is a line break.</summary>
    public bool BreaksLines { get; init; } = true;

    /// <summary>Whether there is a <c>config/system.yaml</c>: then headings without a blank after <c>#</c> are headings, as in Grav.</summary>
    public bool IsGravSite { get; init; }

    /// <summary>Taxonomy types that are kept.</summary>
    public ImmutableArray<string> Taxonomies { get; init; } = ["category", "tag"];

    /// <summary>A line that ends the summary and is not shown.</summary>
    public string SummaryDelimiter { get; init; } = "===";

    /// <summary>The kind of a notice by its number of exclamation marks, from one.</summary>
    public ImmutableArray<string> NoticeKinds { get; init; } = ["note", "warning", "info", "tip"];

    /// <summary>The first heading level that takes part in the numbering of equal ids; Grav's page-toc <c>start</c>.</summary>
    public int FirstHeadingLevel { get; init; } = 2;

    /// <summary>The last such level.</summary>
    public int LastHeadingLevel { get; init; } = 6;

    /// <summary>The site's own absolute address, cut off from links to itself; <c>custom_base_url</c>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Paths that show another page; <c>site.routes</c>, exact ones.</summary>
    public FrozenDictionary<string, string> Routes { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Patterns that show another page, tried in order; <c>site.routes</c> with a regular expression.</summary>
    public ImmutableArray<RoutePattern> RoutePatterns { get; init; } = [];

    /// <summary>Patterns that redirect, tried in order; <c>site.redirects</c>.</summary>
    public ImmutableArray<RoutePattern> Redirects { get; init; } = [];

    /// <summary>Status of a redirect, 302 unless configured.</summary>
    public int RedirectStatus { get; init; } = 302;
}
