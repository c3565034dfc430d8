using System.Collections.Immutable;
using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components.Pages.Article;

/// <summary>The second and third level of a page's headings. Immutable.</summary>
public sealed record TableOfContents(ImmutableArray<TableOfContents.Entry> Entries)
{
    /// <summary>Fewer entries are seen at a glance without a list of them.</summary>
    private const int Enough = 3;

    public static TableOfContents Empty { get; } = new([]);

    public bool IsShown => Entries.Sum(entry => 1 + entry.Below.Length) >= Enough;

    public static TableOfContents Of(IEnumerable<Heading> headings)
    {
        var entries = new List<Entry>();
        foreach (var heading in Distinct([.. headings.Where(heading => heading.Level is 2 or 3 && heading.Text.Length > 0)]))
        {
            // A third-level heading without a second-level one above it stands on its own.
            if (heading.Level == 3 && entries is [.., { Heading.Level: 2 } chapter])
                entries[^1] = chapter with { Below = chapter.Below.Add(heading) };
            else
                entries.Add(new Entry(heading, []));
        }
        return new TableOfContents([.. entries]);
    }

    /// <summary>Tabs often repeat their headings; the tab's name tells them apart.</summary>
    private static IEnumerable<Heading> Distinct(ImmutableArray<Heading> headings)
    {
        var counts = headings.CountBy(heading => heading.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return headings.Select(heading => heading.Tab is not null && counts[heading.Text] > 1 ? heading with { Text = Words.HeadingInTab(heading.Text, heading.Tab) } : heading);
    }

    public sealed record Entry(Heading Heading, ImmutableArray<Heading> Below);
}
