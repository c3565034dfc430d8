namespace KnowledgeBase.Web.Tests;

public sealed class ContentTests
{
    [Fact]
    public async Task Every_page_and_link_of_the_shipped_content_works()
    {
        await using var site = new Site(Repository.Content);

        Assert.Empty(await WholeSite.ProblemsOfAsync(site));
    }

    [Theory]
    [InlineData("stack")]
    [InlineData("probe")]
    public async Task Every_page_and_link_of_a_large_site_works(string name)
    {
        var folder = Corpus(name);
        Assert.SkipUnless(Directory.Exists(folder), $"There is no {folder}.");
        await using var site = new Site(folder);

        Assert.Empty(await WholeSite.ProblemsOfAsync(site));
    }

    /// <summary>Real documentation, where it is at hand: beside the repository, or where KNOWLEDGEBASE_CORPORA says.</summary>
    internal static string Corpus(string name) =>
        Path.Combine(Environment.GetEnvironmentVariable("KNOWLEDGEBASE_CORPORA") ?? Path.GetFullPath("../shared/corpora", Repository.Root), name);
}
