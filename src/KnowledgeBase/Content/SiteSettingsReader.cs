using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Reads <c>config/system.yaml</c>, <c>config/site.yaml</c> and two plugins' settings.</summary>
internal sealed class SiteSettingsReader
{
    private readonly DiagnosticLog _log;
    private readonly YamlMap _system;
    private readonly YamlMap _site;
    private readonly YamlMap _toc;
    private readonly YamlMap _notices;

    private SiteSettingsReader(ContentFiles files, DiagnosticLog log)
    {
        _log = log;
        _system = Load(files, System);
        _site = Load(files, Site);
        _toc = Load(files, "config/plugins/page-toc.yaml");
        _notices = Load(files, "config/plugins/markdown-notices.yaml");
    }

    private const string System = "config/system.yaml";
    private const string Site = "config/site.yaml";

    public static SiteSettings Read(ContentFiles files, DiagnosticLog log) => new SiteSettingsReader(files, log).Read(files);

    private SiteSettings Read(ContentFiles files)
    {
        var defaults = new SiteSettings();
        var isGravSite = files.Configuration.Any(file => file.Path == System);
        // A site that configures Markdown at all has Grav's defaults for the rest; one that does not gets ours.
        var hasMarkdown = _system.Find("pages", "markdown") is YamlMap;
        var languages = SiteLanguages.Read(_system, _site, files.Sources);
        var (first, last) = HeadingLevels();
        var (home, homeAt) = HomeAlias(languages.Default);
        return defaults with
        {
            Title = _site.Text("title") ?? defaults.Title,
            Description = _site.Text("metadata", "description"),
            Languages = languages.Supported,
            Language = languages.Default,
            LanguageFallback = languages.Fallback,
            HomeAlias = home,
            HomeAliasAt = homeAt,
            HidesHomeInUrls = Flag(System, _system, "home", "hide_in_urls") ?? false,
            UsesLowercaseRoutes = Flag(System, _system, "force_lowercase_urls") ?? true,
            HidesEmptyFolders = Flag(System, _system, "pages", "hide_empty_folders") ?? false,
            DateFormat = _system.Text("pages", "dateformat", "default"),
            UsesMarkdownExtra = Flag(System, _system, "pages", "markdown", "extra") ?? !hasMarkdown,
            BreaksLines = Flag(System, _system, "pages", "markdown", "auto_line_breaks") ?? !hasMarkdown,
            IsGravSite = isGravSite,
            Taxonomies = Texts(_site["taxonomies"]) is { Length: > 0 } types ? types : defaults.Taxonomies,
            SummaryDelimiter = _site.Text("summary", "delimiter") ?? defaults.SummaryDelimiter,
            NoticeKinds = NoticeKinds(defaults.NoticeKinds),
            FirstHeadingLevel = first,
            LastHeadingLevel = last,
            BaseUrl = _system.Text("custom_base_url")?.TrimEnd('/'),
            Routes = ExactRoutes(),
            RoutePatterns = Patterns("routes", key => !IsExact(key)),
            Redirects = Patterns("redirects", _ => true),
            RedirectStatus = RedirectStatus(defaults.RedirectStatus),
        };
    }

    private YamlMap Load(ContentFiles files, string path)
    {
        if (files.Configuration.FirstOrDefault(file => file.Path == path) is not { } file)
            return YamlMap.Empty;
        try
        {
            if (YamlReader.Read(file.Text) is YamlMap map)
                return map;
            _log.Add(DiagnosticCodes.UnreadableConfiguration, new SourceLocation(path), "The configuration is no list of keys");
        }
        catch (YamlSyntaxException exception)
        {
            _log.Add(DiagnosticCodes.UnreadableConfiguration, new SourceLocation(path, exception.Line, exception.Column), $"The configuration is not valid YAML: {exception.Message}");
        }
        return YamlMap.Empty;
    }

    private bool? Flag(string file, YamlMap map, params ReadOnlySpan<string> path)
    {
        if (map.Find(path) is not { } value || value is YamlText { IsNull: true })
            return null;
        if (YamlFlag.Read(value) is { } flag)
            return flag;
        _log.Add(DiagnosticCodes.UnexpectedSetting, new SourceLocation(file, value.Line, value.Column), $"'{path[^1]}' is neither true nor false");
        return null;
    }

    private (string? Alias, SourceLocation At) HomeAlias(string? language)
    {
        string[] path = language is not null && _system.Text("home", "aliases", language) is not null ? ["home", "aliases", language] : ["home", "alias"];
        var at = _system.Find(path) is { } value ? new SourceLocation(System, value.Line, value.Column) : new SourceLocation(System);
        return (_system.Text(path) is { } alias ? "/" + alias.Trim('/') : null, at);
    }

    /// <summary>page-toc 3 has its own range for anchors, older versions use the range of the table of contents.</summary>
    private (int First, int Last) HeadingLevels()
    {
        var isNew = _toc["anchors"] is YamlMap;
        var first = Number(isNew ? _toc.Text("anchors", "start") : _toc.Text("start")) ?? (isNew ? 1 : 2);
        var depth = Number(isNew ? _toc.Text("anchors", "depth") : _toc.Text("depth")) ?? 6;
        first = Math.Clamp(first, 1, 6);
        return (first, Math.Clamp(first + depth - 1, first, 6));
    }

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The class names of the markdown-notices plugin are colours on some sites and kinds on others; either way they name one of four kinds.</summary>
    private ImmutableArray<string> NoticeKinds(ImmutableArray<string> defaults)
    {
        var classes = Texts(_notices["level_classes"]);
        return [.. defaults.Select((kind, level) => level < classes.Length ? NoticeKind(classes[level]) ?? kind : kind)];
    }

    private static string? NoticeKind(string name) => name.ToLowerInvariant() switch
    {
        "note" or "yellow" or "orange" or "attention" => "note",
        "warning" or "red" or "danger" or "caution" or "error" or "critical" => "warning",
        "info" or "blue" or "information" => "info",
        "tip" or "green" or "success" or "hint" => "tip",
        _ => null,
    };

    private static ImmutableArray<string> Texts(YamlValue? value) => value switch
    {
        YamlList list => [.. list.Items.OfType<YamlText>().Select(item => item.Text.Trim()).Where(text => text.Length > 0)],
        YamlText { IsNull: false } text => [.. text.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        _ => [],
    };

    private FrozenDictionary<string, string> ExactRoutes()
    {
        var routes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in Rules("routes").Where(rule => IsExact(rule.Key)))
        {
            if (!routes.TryAdd("/" + rule.Key.Trim('/'), ((YamlText)rule.Value).Text))
                _log.Add(DiagnosticCodes.UnexpectedSetting, new SourceLocation(Site, rule.Line), $"The route '{rule.Key}' is given twice; the first one counts");
        }
        return routes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private ImmutableArray<RoutePattern> Patterns(string section, Func<string, bool> isWanted)
    {
        var patterns = ImmutableArray.CreateBuilder<RoutePattern>();
        foreach (var rule in Rules(section).Where(rule => isWanted(rule.Key)))
        {
            try
            {
                patterns.Add(RoutePattern.Create(rule.Key, ((YamlText)rule.Value).Text));
            }
            catch (ArgumentException exception)
            {
                _log.Add(DiagnosticCodes.InvalidPattern, new SourceLocation(Site, rule.Line), $"'{rule.Key}' is not a usable pattern: {exception.Message}");
            }
        }
        return patterns.ToImmutable();
    }

    private IEnumerable<YamlEntry> Rules(string section) =>
        _site[section] is YamlMap map ? map.Entries.Where(entry => entry.Value is YamlText { IsNull: false }) : [];

    private static readonly SearchValues<char> PatternCharacters = SearchValues.Create(@"\^$*+?()[]{}|");

    private static bool IsExact(string key) => !key.AsSpan().ContainsAny(PatternCharacters);

    private int RedirectStatus(int fallback) =>
        Number(_system.Text("pages", "redirect_default_code")) is { } status and (301 or 302 or 303 or 307 or 308) ? status : fallback;
}
