using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Search;

public class SynonymTests
{
    private static KnowledgeSnapshot Build(string synonyms) => TestSite.With("01.home/default.md", "---\ntitle: Home\n---\n").And("search/synonyms.txt", synonyms).Build();

    [Fact]
    public void A_line_is_a_group_and_its_sign_says_how_near_the_words_are() =>
        Assert.Equal(
            [(SynonymRelation.Equal, "SG|security group"), (SynonymRelation.Related, "freeze|hang|C#"), (SynonymRelation.Implies, "website|web server|HTTP")],
            Build("# Comment\nSG = security group\n\n  freeze, hang, C#  # near\nwebsite => web server, HTTP\n").Synonyms.Select(group => (group.Relation, string.Join('|', group.Entries))));

    [Theory]
    [InlineData("alone", "A line of synonyms has two entries or more")]
    [InlineData("same, Same", "A line of synonyms has two entries or more")]
    [InlineData("a => b => c", "A line with '=>' has one entry before it")]
    [InlineData("one, two => three", "A line with '=>' has one entry before it")]
    [InlineData("minus, --", "The entry '--' has no word")]
    [InlineData("far, one two three four five six seven", "The entry 'one two three four five six seven' has more than 6 words")]
    public void A_line_that_says_nothing_usable_is_reported_with_what_is_wrong(string line, string message)
    {
        var snapshot = Build($"a, b\n{line}\n");

        Assert.Equal([("search/synonyms.txt", 2, message)], snapshot.Diagnostics.Select(diagnostic => (diagnostic.Location.File, diagnostic.Location.Line, diagnostic.Message)));
        Assert.Single(snapshot.Synonyms);
    }

    [Fact]
    public void A_folder_without_a_list_uses_the_shipped_one_and_an_empty_list_means_none()
    {
        Assert.NotEmpty(TestSite.With("01.home/default.md", "---\ntitle: Home\n---\n").Build().Synonyms);
        Assert.Empty(Build("").Synonyms);
    }

    [Fact]
    public async Task The_list_is_read_beside_the_pages_and_changes_the_edition()
    {
        using var folder = new TemporaryFolder().And("pages/01.home/default.md", "---\ntitle: Home\n---\n").And("search/synonyms.txt", "a, b");
        var before = new KnowledgeBuilder().Build(await ContentFolder.Open(folder.Path).ReadAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        folder.And("search/synonyms.txt", "a, c");
        var after = new KnowledgeBuilder().Build(await ContentFolder.Open(folder.Path).ReadAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Equal(("a b", "a c"), (string.Join(' ', before.Synonyms.Single().Entries), string.Join(' ', after.Synonyms.Single().Entries)));
        Assert.NotEqual(before.Version, after.Version);
    }

    [Fact]
    public async Task The_shipped_list_says_nothing_twice()
    {
        var files = await ContentFolder.Open(Path.Combine(Repository.Root, "content")).ReadAsync(TestContext.Current.CancellationToken);
        var groups = new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(files, TestContext.Current.CancellationToken).Synonyms;

        var twice = groups.Select(group => string.Join(", ", group.Entries.Select(entry => entry.ToLowerInvariant()).Order())).GroupBy(group => group).Where(group => group.Skip(1).Any()).Select(group => group.Key);

        Assert.Equal([], twice);
    }
}
