using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Diagnostics;

namespace KnowledgeBase.Content;

/// <summary>Gives the header's keys their meaning. Unknown keys are left alone: Grav sites carry many for their plug-ins.</summary>
internal sealed class PageHeaderReader(SiteSettings settings, GravDateReader dates, DateTime now)
{
    private static readonly ImmutableArray<string> KnownKeys =
        ["title", "menu", "published", "visible", "routable", "date", "slug", "routes", "redirect", "external_url", "taxonomy", "template"];

    public PageHeader Read(string file, YamlMap values, DiagnosticLog log) => new Session(this, file, values, log).Read();

    private sealed class Session(PageHeaderReader reader, string file, YamlMap values, DiagnosticLog log)
    {
        public PageHeader Read()
        {
            ReportKeyCase();
            return new PageHeader
            {
                Title = Text("title"),
                Menu = Text("menu"),
                IsPublished = IsPublished(),
                IsVisible = Flag("visible"),
                IsRoutable = Flag("routable") ?? true,
                Date = Date("date"),
                Slug = Text("slug")?.Trim('/') is { Length: > 0 } slug ? slug : null,
                Route = Route(values.Text("routes", "default")),
                Aliases = [.. Texts(values.Find("routes", "aliases"), "routes.aliases").Select(Route).OfType<string>().Distinct()],
                CanonicalRoute = Route(values.Text("routes", "canonical")),
                Redirect = Address("redirect"),
                ExternalUrl = Address("external_url"),
                Taxonomy = Taxonomy(),
                Template = Text("template"),
                HasTwig = Flag("process", "twig") ?? false,
                UsesMarkdownExtra = Flag("markdown", "extra") ?? Flag("markdown_extra"),
                BreaksLines = Flag("markdown", "auto_line_breaks"),
            };
        }

        private void ReportKeyCase()
        {
            foreach (var entry in values.Entries)
            {
                var lower = entry.Key.ToLowerInvariant();
                if (lower != entry.Key && KnownKeys.Contains(lower) && values[lower] is null)
                    log.Add(DiagnosticCodes.KeyCase, new SourceLocation(file, entry.Line), $"The key '{entry.Key}' is not '{lower}' and is ignored");
            }
        }

        private string? Text(string key)
        {
            if (values[key] is null or YamlText)
                return values.Text(key) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
            Unexpected(key, values[key]!, "a text");
            // What was meant as text may look like a YAML list: `title: [New] Foo` is read leniently, `title: [New]` as a list of one.
            return values[key] is YamlList list ? string.Join(", ", list.Items.OfType<YamlText>().Select(item => item.Text)) is { Length: > 0 } joined ? joined : null : null;
        }

        private void Unexpected(string key, YamlValue value, string expected) =>
            log.Add(DiagnosticCodes.UnexpectedShape, new SourceLocation(file, value.Line, value.Column), $"'{key}' should be {expected}");

        private bool? Flag(params ReadOnlySpan<string> path)
        {
            var key = path[^1];
            if (values.Find(path) is not { } value || value is YamlText { IsNull: true })
                return null;
            if (YamlFlag.Read(value) is not { } flag)
            {
                log.Add(DiagnosticCodes.UnclearBoolean, new SourceLocation(file, value.Line, value.Column), $"'{key}' is neither true nor false; it is left at its default");
                return null;
            }
            if (!flag && value is YamlText { Text: var text } && text.Trim().ToLowerInvariant() is "no" or "off")
                log.Add(DiagnosticCodes.UnclearBoolean, new SourceLocation(file, value.Line, value.Column), $"'{key}: {((YamlText)value).Text}' is read as false; Grav reads it as true");
            return flag;
        }

        private bool IsPublished()
        {
            if (Flag("published") is { } published)
                return published;
            // A date that cannot be read was meant to keep the page back.
            if (values.Text("publish_date") is not null && (Date("publish_date") is not { } from || from.Value > reader.Now))
                return false;
            return !(Date("unpublish_date") is { } until && until.Value < reader.Now);
        }

        private GravDate? Date(string key)
        {
            if (values.Text(key) is not { } text)
                return null;
            var at = new SourceLocation(file, values[key]!.Line, values[key]!.Column);
            if (reader.Dates.Read(text, values.Text("dateformat")) is not { } date)
            {
                log.Add(DiagnosticCodes.InvalidDate, at, key == "date" ? $"'{text}' is not a date; the page has none" : $"'{text}' of '{key}' is not a date");
                return null;
            }
            if (date.IsAmbiguous)
            {
                var read = date.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
                log.Add(DiagnosticCodes.AmbiguousDate, at, $"'{text}' may mean two days; it is read as {read}");
            }
            return date;
        }

        private string? Route(string? route)
        {
            if (route is null)
                return null;
            var trimmed = "/" + route.Trim().Trim('/');
            if (trimmed.Contains("://", StringComparison.Ordinal) || trimmed.AsSpan().IndexOfAny("?#\\") >= 0)
            {
                log.Add(DiagnosticCodes.UnusableRoute, LocationOf("routes"), $"'{route}' is not a route and is ignored");
                return null;
            }
            return trimmed;
        }

        private SourceLocation LocationOf(string key) => new(file, values[key]?.Line ?? 1, values[key]?.Column ?? 1);

        private string? Address(string key)
        {
            if (Text(key) is not { } url)
                return null;
            if (LinkScheme.IsSafe(url))
                return url;
            log.Add(DiagnosticCodes.UnsafeLink, LocationOf(key), $"The address '{url}' is not allowed and is left out");
            return null;
        }

        private IEnumerable<string> Texts(YamlValue? value, string key)
        {
            switch (value)
            {
                case null or YamlText { IsNull: true }:
                    return [];
                case YamlText text:
                    return text.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                case YamlList list:
                    return list.Items.OfType<YamlText>().Select(item => item.Text.Trim()).Where(item => item.Length > 0);
                default:
                    Unexpected(key, value, "a text or a list of texts");
                    return ((YamlMap)value).Entries.Select(entry => entry.Value).OfType<YamlText>().Select(item => item.Text.Trim()).Where(item => item.Length > 0);
            }
        }

        private ImmutableSortedDictionary<string, ImmutableArray<string>> Taxonomy()
        {
            var taxonomy = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
            switch (values["taxonomy"])
            {
                case YamlMap map:
                    foreach (var entry in map.Entries.Where(entry => reader.Settings.Taxonomies.Contains(entry.Key)))
                        AddTerms(taxonomy, entry.Key, Texts(entry.Value, "taxonomy." + entry.Key));
                    break;
                case YamlText { IsNull: false } or YamlList:
                    // `taxonomy: docs` takes a whole Grav site down; its author meant a category.
                    Unexpected("taxonomy", values["taxonomy"]!, "a list of types, such as 'category:'; its values are taken as categories");
                    AddTerms(taxonomy, "category", Texts(values["taxonomy"], "taxonomy"));
                    break;
            }
            return taxonomy.ToImmutable();
        }

        private static void AddTerms(ImmutableSortedDictionary<string, ImmutableArray<string>>.Builder taxonomy, string type, IEnumerable<string> terms)
        {
            ImmutableArray<string> distinct = [.. terms.Distinct(StringComparer.OrdinalIgnoreCase)];
            if (distinct.Length > 0)
                taxonomy[type] = distinct;
        }
    }

    private SiteSettings Settings => settings;

    private GravDateReader Dates => dates;

    private DateTime Now => now;
}
