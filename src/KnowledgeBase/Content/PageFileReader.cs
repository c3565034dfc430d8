using System.Collections.Immutable;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Chooses a folder's page file: the first language of the fallback list; of several with one language <c>default</c>, <c>docs</c>, then by name.</summary>
internal sealed class PageFileReader(SiteSettings settings, PageHeaderReader headers)
{
    private const string Defaults = "frontmatter.yaml";

    /// <summary>Reads the page file of one folder; null where it has none.</summary>
    public PageFile? Read(string folder, IEnumerable<SourceFile> sources)
    {
        var files = sources.ToList();
        var candidates = files.Select(source => (Source: source, Language: LanguageOf(source.Name))).Where(file => file.Language is not null).ToList();
        foreach (var language in settings.LanguageFallback)
        {
            var found = candidates.Where(file => file.Language == language).Select(file => file.Source)
                .OrderBy(source => Rank(TemplateOf(source.Name))).ThenBy(source => source.Name, StringComparer.Ordinal).ToList();
            if (found.Count > 0)
                return Read(folder, files, found, language, [.. settings.Languages.Where(one => candidates.Any(file => file.Language == one))]);
        }
        return null;
    }

    private PageFile Read(string folder, List<SourceFile> files, List<SourceFile> found, string language, ImmutableArray<string> languages)
    {
        var log = new DiagnosticLog();
        var source = found[0];
        if (found.Count > 1)
            log.Add(DiagnosticCodes.TwoPageFiles, new SourceLocation(found[1].Path), $"The folder has several page files; '{source.Name}' is used");
        var frontMatter = FrontMatterReader.Read(source, log);
        var header = headers.Read(source.Path, frontMatter.Values, log);
        if (files.Find(file => file.Name == Defaults) is { } defaults)
        {
            var inherited = HeaderReader.Read(defaults.Path, defaults.Text, 1, log);
            // What is wrong with a value is said of the file that it stands in; the two together say nothing new.
            headers.Read(defaults.Path, inherited.Without(frontMatter.Values), log);
            frontMatter = frontMatter with { Values = frontMatter.Values.WithDefaults(inherited) };
            header = headers.Read(source.Path, frontMatter.Values, new DiagnosticLog());
        }
        return new PageFile
        {
            Source = source,
            Template = header.Template ?? TemplateOf(source.Name),
            Language = language.Length > 0 ? language : settings.Language,
            Languages = languages,
            FrontMatter = frontMatter,
            Header = header,
            Diagnostics = log.ToImmutable(),
        };
    }

    /// <summary>Whether a file of this name is a page in one of the site's languages.</summary>
    public bool IsPageFile(string name) => LanguageOf(name) is not null;

    private static int Rank(string template) => template switch { "default" => 0, "docs" => 1, _ => 2 };

    private static string TemplateOf(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The language of a page file's name, empty for none; null where the name is no page file's.</summary>
    private string? LanguageOf(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !name.EndsWith(".md", StringComparison.Ordinal))
            return null;
        var extension = name.AsSpan(dot);
        if (extension.Length == 3)
            return "";
        foreach (var language in settings.Languages)
            if (extension.Length == language.Length + 4 && extension[1..^3].SequenceEqual(language))
                return language;
        return null;
    }
}
