namespace KnowledgeBase.Tests.Content;

/// <summary>Which file of a folder is the page's.</summary>
public class LanguageTests
{
    private static string Page(string title) => $"---\ntitle: {title}\n---\n";

    [Fact]
    public void The_first_configured_language_is_shown()
    {
        var snapshot = TestSite.With("01.a/docs.en.md", Page("E")).And("01.a/docs.de.md", Page("D")).And("config/system.yaml", "languages:\n  supported: [de, en]\n").Build();

        Assert.Equal(("D", "de"), (snapshot.Pages[0].Title, snapshot.Pages[0].Language));
        Assert.Equal(["de", "en"], snapshot.Pages[0].Languages);
    }

    [Fact]
    public void A_default_language_can_be_configured()
    {
        var snapshot = TestSite.With("01.a/docs.en.md", Page("E")).And("01.a/docs.de.md", Page("D")).And("config/system.yaml", "languages:\n  supported: [de, en]\n  default_lang: en\n").Build();

        Assert.Equal("E", snapshot.Pages[0].Title);
    }

    [Fact]
    public void A_plain_file_stands_in_for_a_missing_language()
    {
        var snapshot = TestSite.With("01.a/docs.md", Page("P")).And("02.b/docs.en.md", Page("E")).And("02.b/docs.md", Page("P")).And("config/system.yaml", "languages:\n  supported: [en]\n").Build();

        Assert.Equal(["P", "E"], snapshot.Pages.Select(page => page.Title));
    }

    [Fact]
    public void A_file_of_another_language_alone_is_no_page()
    {
        var snapshot = TestSite.With("01.a/docs.en.md", Page("E")).And("02.b/docs.de.md", Page("D")).And("config/system.yaml", "languages:\n  supported: [en, de]\n").Build();

        Assert.Equal(["E"], snapshot.Pages.Select(page => page.Title));
    }

    [Fact]
    public void A_fallback_list_decides_in_which_order_languages_are_tried()
    {
        var snapshot = TestSite.With("01.a/d.two.md", Page("2")).And("02.b/d.one.md", Page("1")).And("03.c/d.md", Page("0"))
            .And("config/system.yaml", "languages:\n  supported: [three, two, one]\n  content_fallback:\n    three: [three, two, one, '']\n").Build();

        Assert.Equal(["2", "1", "0"], snapshot.Pages.Select(page => page.Title));
    }

    [Fact]
    public void Without_configuration_languages_are_read_off_the_file_names_and_English_is_preferred()
    {
        var snapshot = TestSite.With("01.a/docs.de.md", Page("D")).And("01.a/docs.en.md", Page("E")).And("02.b/docs.de.md", Page("D2")).Build();

        Assert.Equal("en", snapshot.Settings.Language);
        Assert.Equal("E", snapshot.Pages[0].Title);
    }

    [Fact]
    public void Without_English_the_most_frequent_language_is_shown()
    {
        var snapshot = TestSite.With("01.a/docs.fr.md", Page("F")).And("02.b/docs.de.md", Page("D")).And("03.c/docs.de.md", Page("D")).Build();

        Assert.Equal("de", snapshot.Settings.Language);
    }

    [Fact]
    public void A_region_is_part_of_a_language() => Assert.Equal("pt-BR", TestSite.With("01.a/docs.pt-BR.md", Page("P")).Build().Settings.Language);
}
