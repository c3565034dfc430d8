using KnowledgeBase.Search;
using KnowledgeBase.Search.Lucene;

namespace KnowledgeBase.Tests.Search;

public class AbbreviationTests
{
    [Theory]
    [InlineData("An application layer gateway (ALG) reads the payload.", "alg = application layer gateway")]
    [InlineData("Use common table expressions (CTEs) for it.", "cte = common table expressions")]
    [InlineData("The CTE (common table expression) runs once.", "cte = common table expression")]
    [InlineData("Ask for a time-to-live (TTL) of an hour.", "ttl = time-to-live")]
    [InlineData("Carry the point of presence (PoP).", "")]
    [InlineData("Information technology (IT), IT (information technology), a controller area network (CAN).", "")]
    [InlineData("Line of the service (LS), and quality of service (QOS).", "ls = line of the service; qos = quality of service")]
    [InlineData("It ends. Remote desktop (RDP) is another.", "")]
    [InlineData("One, two (AB) and a (b) and (C) and () and (", "")]
    [InlineData("(ABC) at the start, ABC (anything but that cable)", "")]
    public void A_text_explains_its_abbreviations(string text, string explained)
    {
        var abbreviations = new Abbreviations();
        abbreviations.Read(text);

        Assert.Equal(explained, string.Join("; ", Abbreviations.In([abbreviations]).Select(group => string.Join(" = ", group.Entries)).Order()));
    }

    [Fact]
    public void Who_asks_for_an_abbreviation_that_a_page_explains_finds_what_is_written_out_elsewhere()
    {
        var index = SearchIndex.Build(TestSite
            .With("01.terms/docs.md", "---\ntitle: Terms\n---\nA bilge pump controller (BPC) is a box.")
            .And("02.care/docs.md", "---\ntitle: Care\n---\n## Cleaning\nRinse the bilge pump controller once a year.\n\n## Storing\nKeep the BPC dry.")
            .And("search/synonyms.txt", "").Build(), TestContext.Current.CancellationToken);

        Assert.Contains("/care#cleaning", index.Search(new SearchQuery { Text = "BPC" }).Hits.Select(hit => hit.Url));
        Assert.Contains("/care#storing", index.Search(new SearchQuery { Text = "bilge pump controller" }).Hits.Select(hit => hit.Url));
    }

    [Fact]
    public void Of_two_explanations_the_more_frequent_counts()
    {
        var (first, second) = (new Abbreviations(), new Abbreviations());
        first.Read("media access control (MAC), mandatory access control (MAC)");
        second.Read("A mandatory access control (MAC).");

        Assert.Equal(["mac", "mandatory access control"], Assert.Single(Abbreviations.In([first, second])).Entries);
    }
}
