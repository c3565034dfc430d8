using System.Xml.Linq;
using CsCheck;
using KnowledgeBase.Content;
using KnowledgeBase.Issues;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Search;

/// <summary>Rules that hold for every question.</summary>
public class AnyQuestionTests
{
    private static readonly Lazy<Task<SearchIndex>> Shipped = new(async () =>
        SearchIndex.Build(new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(await ContentFolder.Open(Path.Combine(Repository.Root, "content")).ReadAsync())));

    private static readonly string[] Words = ["connection", "conection", "idle", "SG", "the", "how", "s3cmd", "tcp_keepalive_time", "-snapshot", "\"volume snapshot\"", "\"", "*", "AND", "title:x", "[a-z]{9999}", "ünïcode", "\0", "\uD800", "🙂", "שלום", "漢字", "a.b.c", "x-y-z", "camelCaseWord"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(number => Words[number]);

    private static readonly Gen<string> Question = Gen.OneOf(Word.List[0, 12].Select(words => string.Join(' ', words)), Gen.String[0, 60]);

    [Fact]
    public async Task Every_text_has_an_answer_and_equal_texts_have_equal_answers()
    {
        var index = await Shipped.Value;

        Question.Sample(text =>
        {
            var query = new SearchQuery { Text = text, Limit = 20, CountsFacets = true };
            var (first, second) = (index.Search(query), index.Search(query));
            index.Suggest(text, 10);

            Assert.Equal(first.Hits.Select(hit => (hit.Url, hit.Score)), second.Hits.Select(hit => (hit.Url, hit.Score)));
            Assert.True(first.Total >= first.Hits.Length);
            Assert.Equal(first.Hits.Select(hit => hit.Score).OrderDescending(), first.Hits.Select(hit => hit.Score));
            Assert.Equal(first.Hits.Length, first.Hits.Select(hit => hit.Url).Distinct().Count());
        }, iter: 1000);
    }

    [Fact]
    public async Task A_question_costs_no_more_for_being_longer_than_anybody_types()
    {
        var index = await Shipped.Value;
        var words = Enumerable.Range(0, 10_000).Select(number => Words[number % Words.Length]).ToArray();
        var (read, all) = (string.Join(' ', words)[..2000], string.Join(' ', words));

        Assert.Equal(index.Search(new SearchQuery { Text = read }).Hits.Select(hit => (hit.Url, hit.Score)), index.Search(new SearchQuery { Text = all }).Hits.Select(hit => (hit.Url, hit.Score)));
        Assert.Equal(AllocatedBy(() => index.Search(new SearchQuery { Text = read })), AllocatedBy(() => index.Search(new SearchQuery { Text = all })), tolerance: 20_000);
    }

    private static double AllocatedBy(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public async Task The_reasons_for_a_score_add_up_to_it()
    {
        var index = await Shipped.Value;

        Question.Sample(text =>
        {
            foreach (var (hit, explanation) in index.Explain(new SearchQuery { Text = text }))
                Assert.Equal(hit.Score, explanation.Total, tolerance: 0.01);
        }, iter: 300);
    }

    [Fact]
    public async Task Every_address_of_a_result_exists()
    {
        var index = await Shipped.Value;

        Question.Sample(text =>
        {
            foreach (var hit in index.Search(new SearchQuery { Text = text, Limit = 50 }).Hits)
            {
                var anchor = hit.Url.Split('#') is [_, var named] ? named : null;
                Assert.True(anchor is null || hit.Page.Headings.Any(heading => heading.Id == anchor), hit.Url);
            }
        }, iter: 300);
    }

    [Fact]
    public async Task A_snippet_is_a_piece_of_its_section()
    {
        var index = await Shipped.Value;

        Question.Sample(text =>
        {
            foreach (var hit in index.Search(new SearchQuery { Text = text, Limit = 10 }).Hits)
            {
                var snippet = hit.Snippet.ToString().Trim('…', ' ');
                var texts = hit.Page.Sections.SelectMany(section => (string[])[section.Text, section.Code]).Append(hit.Page.Summary ?? "")
                    .Concat(hit.Issue is { } issue ? [string.Join(' ', issue.Sections.Where(section => section.Kind != IssueSectionKind.Problem).Select(section => section.Content.Text).Prepend(issue.Problem.Text))] : []).Append(string.Join(' ', hit.Page.Sections.Select(section => section.Text)));
                Assert.True(texts.Any(whole => whole.Replace('\n', ' ').Contains(snippet, StringComparison.Ordinal)), snippet);
                Assert.InRange(snippet.Length, 0, 260);
            }
        }, iter: 300);
    }

    [Fact]
    public async Task A_snippet_is_well_formed_and_marks_only_words_of_its_text()
    {
        var index = await Shipped.Value;

        Question.Sample(text =>
        {
            foreach (var hit in index.Search(new SearchQuery { Text = text, Limit = 10 }).Hits)
            {
                var root = XDocument.Parse($"<p>{hit.Snippet.ToHtml().Replace("&#xD;", "", StringComparison.Ordinal)}</p>", LoadOptions.PreserveWhitespace).Root!;
                var marks = root.Elements().ToList();

                Assert.Equal(hit.Snippet.ToString(), root.Value);
                Assert.All(marks, mark => Assert.Equal("mark", mark.Name.LocalName));
                Assert.All(marks, mark => Assert.True(mark.Value.Length > 0 && char.IsLetterOrDigit(mark.Value[0]) && char.IsLetterOrDigit(mark.Value[^1]) && !mark.HasElements, mark.Value));
            }
        }, iter: 300);
    }

    [Fact]
    public async Task Long_and_hostile_texts_are_answered()
    {
        var index = await Shipped.Value;
        string[] texts = [string.Join(' ', Enumerable.Repeat("connection", 10_000)), string.Join(' ', Enumerable.Range(0, 10_000).Select(number => $"word{number}")), new string('a', 100_000), new string('"', 5000), new string('-', 5000), string.Concat(Enumerable.Repeat("a-", 5000)), string.Concat(Enumerable.Repeat("(a+)+$ ", 1000)), new string('z', 1 << 20), new string('\uDC00', 5000), string.Concat(Enumerable.Repeat("🙂", 5000)), string.Concat(Enumerable.Repeat("+title:(a OR b)^9~2 ", 1000))];

        Assert.All(texts, text =>
        {
            Assert.InRange(index.Search(new SearchQuery { Text = text, CountsFacets = true }).Hits.Length, 0, 10);
            Assert.InRange(index.Suggest(text, 10).Length, 0, 10);
            Assert.InRange(index.Explain(new SearchQuery { Text = text }).Length, 0, 10);
        });
    }
}
