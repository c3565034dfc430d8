using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>
/// The languages of a site's page files. Configured ones count; without configuration they are read off the file names, because a site of
/// <c>docs.en.md</c> files would otherwise have no pages.
/// </summary>
internal sealed partial record SiteLanguages(ImmutableArray<string> Supported, string? Default, ImmutableArray<string> Fallback)
{
    private static readonly SiteLanguages None = new([], null, [""]);

    public static SiteLanguages Read(YamlMap system, YamlMap site, ImmutableArray<SourceFile> sources)
    {
        var supported = system.Find("languages", "supported") is YamlList list
            ? [.. list.Items.OfType<YamlText>().Select(item => item.Text.Trim()).Where(text => text.Length > 0)]
            : Detect(system, sources);
        if (supported.IsEmpty)
            return None;
        var wanted = system.Text("languages", "default_lang") ?? site.Text("default_lang");
        var language = wanted is not null && supported.Contains(wanted) ? wanted : supported[0];
        return new SiteLanguages(supported, language, FallbackOf(system, language));
    }

    private static ImmutableArray<string> FallbackOf(YamlMap system, string language) =>
        system.Find("languages", "content_fallback", language) switch
        {
            YamlList list => [.. list.Items.OfType<YamlText>().Select(item => item.Text.Trim())],
            YamlText text => [.. text.Text.Split(',', StringSplitOptions.TrimEntries)],
            _ => [language, ""],
        };

    private static ImmutableArray<string> Detect(YamlMap system, ImmutableArray<SourceFile> sources)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var plain = 0;
        foreach (var source in sources)
        {
            if (LanguageSuffix().Match(source.Name) is { Success: true } match)
                counts[match.Groups[1].Value] = counts.GetValueOrDefault(match.Groups[1].Value) + 1;
            else if (source.Name.EndsWith(".md", StringComparison.Ordinal))
                plain++;
        }
        var isConfigured = system.Entries.Length > 0;
        if (isConfigured && plain > 0)
            return [];
        return [.. counts.OrderByDescending(pair => pair.Key == "en").ThenByDescending(pair => pair.Value).Select(pair => pair.Key)];
    }

    [GeneratedRegex(@"^[^.]+\.([a-z]{2}(?:-[A-Z]{2})?)\.md$")]
    private static partial Regex LanguageSuffix();
}
