using System.Collections.Immutable;
using CsCheck;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Lucene;

namespace KnowledgeBase.Tests.Search;

/// <summary>An index that keeps what nobody edited answers as a fresh one does, whatever was edited in between.</summary>
public class IndexRebuildTests
{
    private const int Pages = 110;
    private const int Sections = 29;

    private static readonly string[] Words = ["router", "packet", "session", "closing", "closed", "timeout", "keepalive", "net.ipv4.tcp_retries", "load-balancer", "gateway", "Connection Tracking Table (CTT)", "CTT", "slow"];

    private static readonly string[] Questions = ["router packets", "closing session", "tcp_retries", "loadbalancer gateway", "\"slow timeout\"", "CTT", "gatewey", "keepal", "edited", "new page", "router -slow"];

    private enum Change
    {
        Text,
        Heading,
        Title,
        Tag,
        Removal,
        Addition,
    }

    private static readonly Gen<(Change Change, int Page)> Edit = Gen.Select(Gen.Enum<Change>(), Gen.Int[0, Pages - 1]);

    [Fact]
    public void The_next_index_answers_as_a_fresh_one_does() => Edit.Array[1, 8].Sample(
        edits =>
        {
            var builder = new KnowledgeBuilder(new BuildOptions { KeepsPages = true });
            var files = Site();
            var index = SearchIndex.Build(Compile(builder, files));
            foreach (var (number, (change, page)) in edits.Index())
            {
                Apply(files, change, page, number);
                var snapshot = Compile(builder, files);
                index = index.Next(snapshot);
                Assert.Equal(AnswersOf(SearchIndex.Build(snapshot)), AnswersOf(index));
            }
        }, iter: 6);

    [Fact]
    public void What_nobody_edited_is_not_indexed_again()
    {
        var builder = new KnowledgeBuilder(new BuildOptions { KeepsPages = true });
        var files = Site();
        var before = IndexBuilder.Build(SearchDocument.Of(Compile(builder, files)), [], TestContext.Current.CancellationToken);
        Apply(files, Change.Heading, 40, 0);

        var after = IndexBuilder.Build(SearchDocument.Of(Compile(builder, files)), before.Parts, TestContext.Current.CancellationToken);

        Assert.InRange(before.Parts.Length, 3, 8);
        Assert.Equal(before.Parts.Length, after.Parts.Length);
        Assert.Single(after.Parts, part => before.Parts.All(old => old.Reader != part.Reader));
    }

    [Fact]
    public void A_site_that_outgrows_its_parts_is_cut_anew()
    {
        var builder = new KnowledgeBuilder();
        var small = IndexBuilder.Build(SearchDocument.Of(Compile(builder, new(Site().Take(20).ToDictionary(), StringComparer.Ordinal))), [], TestContext.Current.CancellationToken);

        var large = IndexBuilder.Build(SearchDocument.Of(Compile(builder, Site())), small.Parts, TestContext.Current.CancellationToken);

        Assert.Single(small.Parts);
        Assert.InRange(large.Parts.Length, 3, 8);
    }

    private static SortedDictionary<string, string> Site() => new(
        Enumerable.Range(0, Pages).ToDictionary(PathOf, number => PageOf(number, $"Page {number}", Enumerable.Range(0, Sections))), StringComparer.Ordinal);

    private static string PathOf(int number) => $"{number + 1:D3}.p{number}/default.md";

    private static string PageOf(int number, string title, IEnumerable<int> sections) =>
        $"---\ntitle: {title}\ntaxonomy:\n  tag: [{Words[number % 7]}]\n---\n{Words[number % Words.Length]} first.\n" + string.Concat(sections.Select(section => SectionOf(number, section)));

    private static string SectionOf(int page, int section) =>
        $"\n## {Words[(page + section) % Words.Length]} {section}\n\nThe {Words[(page * section) % Words.Length]} of {Words[((page / 3) + section) % Words.Length]} is {Words[(page + (5 * section)) % Words.Length]}.\n";

    private static void Apply(SortedDictionary<string, string> files, Change change, int page, int number)
    {
        var path = PathOf(page);
        switch (change)
        {
            case Change.Removal:
                files.Remove(path);
                break;
            case Change.Addition:
                files[$"{page + 1:D3}.new{number}/default.md"] = PageOf(number, $"New page {number}", [1, 2]);
                break;
            case Change.Title:
                files[path] = PageOf(page, $"Edited {number}", Enumerable.Range(0, Sections));
                break;
            case Change.Tag:
                files[path] = PageOf(page, $"Page {page}", Enumerable.Range(0, Sections)).Replace("tag: [", $"tag: [edited{number}, ", StringComparison.Ordinal);
                break;
            default:
                files[path] = PageOf(page, $"Page {page}", Enumerable.Range(0, Sections)) + (change == Change.Heading ? $"\n## Edited {number}\n\n" : "\n") + "An edited router (ER).\n";
                break;
        }
    }

    private static KnowledgeSnapshot Compile(KnowledgeBuilder builder, SortedDictionary<string, string> files)
    {
        var site = new TestSite();
        foreach (var (path, text) in files)
            site.And(path, text);
        return builder.Build(site.Files);
    }

    private static ImmutableArray<string> AnswersOf(SearchIndex index) =>
    [
        .. Questions.Select(question => index.Search(new SearchQuery { Text = question, Limit = 20, CountsFacets = true }))
            .Select(found => $"{found.Total} {found.Correction} {string.Join(' ', found.Hits.Select(hit => $"{hit.Url}={hit.Score}"))} {string.Join(' ', found.Facets.SelectMany(facet => facet.Values))}"),
        .. Questions.Select(question => string.Join(' ', index.Suggest(question, 8))),
    ];
}
