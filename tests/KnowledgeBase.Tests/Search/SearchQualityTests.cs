using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Lucene;

namespace KnowledgeBase.Tests.Search;

/// <summary>How often the section that a person meant stands first: judged questions, asked of the real engine.</summary>
public class SearchQualityTests
{
    private sealed record Judged(string Kind, string Question, HashSet<string> Answers);

    private sealed record Quality(double First, double FirstThree, double ReciprocalRank, string Misses);

    [Fact]
    public async Task Questions_about_the_shipped_content_find_their_answers()
    {
        var quality = Ask(await ShippedIndexAsync(), ShippedQuestions);

        Assert.True(IsGood(quality), quality.ToString());
    }

    /// <summary>A set that every ranking passes would watch nothing.</summary>
    [Theory]
    [InlineData("Stem")]
    [InlineData("Spelling")]
    [InlineData("Beginning")]
    [InlineData("Rarity")]
    [InlineData("Heading")]
    public async Task The_questions_about_the_shipped_content_notice_what_goes_missing(string part)
    {
        var weights = RankingWeights.Default;
        var worse = part switch
        {
            "Stem" => weights with { Stem = 0 },
            "Spelling" => weights with { Spelling = 0, SpellingOfRare = 0 },
            "Beginning" => weights with { Beginning = 0, BeginningOfWord = 0 },
            "Rarity" => weights with { Rarity = 0 },
            _ => weights with { TitleMatch = 20 },
        };

        var quality = Ask((await ShippedIndexAsync()).With(worse), ShippedQuestions);

        Assert.False(IsGood(quality), quality.ToString());
    }

    [Fact]
    public async Task Every_answer_that_is_expected_exists()
    {
        var pages = (await CompileAsync(Path.Combine(Repository.Root, "content"))).Pages;
        var addresses = pages.SelectMany(page => page.Headings.Select(heading => $"{page.Route}#{heading.Id}").Append(page.Route)).ToHashSet();

        Assert.Subset(addresses, ShippedQuestions.SelectMany(question => question.Answers).ToHashSet());
    }

    private static bool IsGood(Quality quality) => quality is { First: >= 0.8, FirstThree: >= 0.92, ReciprocalRank: >= 0.86 };

    private static Judged[] ShippedQuestions =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "KnowledgeBase.Tests", "Fixtures", "Search", "judged.tsv")).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t')).Select(parts => new Judged(parts[0], parts[1], [.. parts[2].Split(' ')])),
    ];

    private static async Task<SearchIndex> ShippedIndexAsync() =>
        SearchIndex.Build(await CompileAsync(Path.Combine(Repository.Root, "content")), TestContext.Current.CancellationToken);

    /// <summary>The goals for real documentation, by kind of question: share of right answers in the first place and among the first three.</summary>
    [Theory]
    [InlineData("", 0.73, 0.84, 0.79)]
    [InlineData("keyword", 0.90, 0.97, 0)]
    [InlineData("identifier", 0.92, 0.97, 0)]
    [InlineData("prefix", 0.92, 0.97, 0)]
    [InlineData("typo", 0.92, 0.98, 0)]
    [InlineData("variant", 0.70, 0.85, 0)]
    [InlineData("natural", 0.35, 0.52, 0.42)]
    public async Task Questions_about_real_documentation_find_their_answers(string kind, double first, double firstThree, double reciprocalRank)
    {
        var judged = await RealQuestionsAsync();

        var quality = Ask(await RealIndexAsync(), [.. judged.Where(question => kind.Length == 0 || question.Kind == kind)]);

        Assert.True(quality.First >= first && quality.FirstThree >= firstThree && quality.ReciprocalRank >= reciprocalRank, quality.ToString());
    }

    private static readonly Lazy<Task<SearchIndex>> Real = new(async () =>
    {
        using var folder = new TemporaryFolder();
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(SearchFolder, "make-tree"), "--out", folder["tree"], "--no-media"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return SearchIndex.Build(await CompileAsync(folder["tree"]));
    });

    private static string SearchFolder =>
        Path.Combine(Environment.GetEnvironmentVariable("KNOWLEDGEBASE_CORPORA") ?? Path.Combine(Repository.Root, "..", "shared", "corpora"), "..", "search");

    private static Task<SearchIndex> RealIndexAsync() => Real.Value;

    private static async Task<IEnumerable<Judged>> RealQuestionsAsync()
    {
        var file = Path.Combine(SearchFolder, "queries-dev.jsonl");
        Assert.SkipUnless(File.Exists(file), "The judged questions are not here; KNOWLEDGEBASE_CORPORA says where the corpora beside them are.");
        return (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Select(line => JsonDocument.Parse(line).RootElement).Select(question => new Judged(
            question.GetProperty("kind").GetString()!, question.GetProperty("q").GetString()!,
            question.GetProperty("relevant").EnumerateArray().Select(answer => answer.GetProperty("url").GetString()!).ToHashSet(StringComparer.OrdinalIgnoreCase)));
    }

    private static async Task<KnowledgeSnapshot> CompileAsync(string folder) => new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(await ContentFolder.Open(folder).ReadAsync());

    private static Quality Ask(SearchIndex index, IReadOnlyList<Judged> judged)
    {
        Assert.NotEmpty(judged);
        var ranks = judged.Select(question => (question, Rank: index.Search(new SearchQuery { Text = question.Question }).Hits.Select(hit => hit.Url).ToList().FindIndex(question.Answers.Contains) + 1)).ToList();
        return new Quality(
            ranks.Average(answer => answer.Rank == 1 ? 1.0 : 0), ranks.Average(answer => answer.Rank is >= 1 and <= 3 ? 1.0 : 0), ranks.Average(answer => answer.Rank > 0 ? 1.0 / answer.Rank : 0),
            string.Join("; ", ranks.Where(answer => answer.Rank != 1).Select(answer => string.Create(CultureInfo.InvariantCulture, $"{answer.question.Question}: {answer.Rank}"))));
    }
}
