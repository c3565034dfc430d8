namespace KnowledgeBase.Web.Tests;

public sealed class ContentTests
{
    [Fact]
    public async Task Every_page_and_link_of_the_shipped_content_works()
    {
        await using var site = new Site(Path.Combine(RepositoryRoot, "content"));

        Assert.Empty(await WholeSite.ProblemsOfAsync(site));
    }

    [Theory]
    [InlineData("stack")]
    [InlineData("probe")]
    public async Task Every_page_and_link_of_a_large_site_works(string name)
    {
        var folder = Path.Combine(Corpora, name);
        Assert.SkipUnless(Directory.Exists(folder), $"There is no {folder}.");
        await using var site = new Site(folder);

        Assert.Empty(await WholeSite.ProblemsOfAsync(site));
    }

    private static string Corpora => Environment.GetEnvironmentVariable("KNOWLEDGEBASE_CORPORA") ?? Path.GetFullPath("../shared/corpora", RepositoryRoot);

    private static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        }
    }
}
