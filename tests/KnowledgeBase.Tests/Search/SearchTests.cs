using KnowledgeBase.Issues;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Search;

/// <summary>What visitors find, by what they type.</summary>
public class SearchTests
{
    private static readonly SearchIndex Index = SearchIndex.Build(TestSite
        .With("01.home/default.md", "---\ntitle: Home\n---\nEverything about pumps and valves.")
        .And("02.pumps/docs.md",
            """
            ---
            title: Pumps
            taxonomy: {tag: [water]}
            ---
            A pump moves water.

            ## Priming
            Fill the housing before the first start. Otherwise the impeller runs dry and its seal burns. After a minute the motor stops.

            ## Motor settings
            Set `net.motor.max_idle_time` to 30. The option `--soft-start` of `motorctl` limits the current.

            ```bash
            motorctl set net.motor.max_idle_time=30
            OS_PUMP_REGION=north
            ```

            ## Colour of the housing
            Organised by size: grey is small, blue is big.
            """)
        .And("03.valves/docs.md",
            """
            ---
            title: Valves
            taxonomy: {tag: [steam]}
            ---
            A valve stops water or steam.

            ## Pressure groups
            A pressure group keeps the load balancer of two boilers apart.

            ## loadBalancer
            The name in the API.
            """)
        .And("03.valves/known-issues/docs.md",
            """
            ---
            title: Known Issues
            ---
            ### Valve leaks after freezing
            **Problem Statement:** Water drips from the spindle after a frost.

            **Affected Regions:** North, East

            **Solution:** Tighten the gland.

            ### Valve hums
            **Problem Statement:** It hums at night.

            **Solution:** Currently there is no solution.
            """)
        .And("04.hidden/default.md", "---\ntitle: Hidden\npublished: false\n---\nSecret impeller.")
        .And("search/synonyms.txt", "PG = pressure group\ndrip, leak\nfrost => ice")
        .Build());

    private static string[] Urls(string text) => [.. Index.Search(new SearchQuery { Text = text }).Hits.Select(hit => hit.Url)];

    [Theory]
    [InlineData("priming", "/pumps#priming")]
    [InlineData("PRIMÍNG", "/pumps#priming")]
    [InlineData("burning seals", "/pumps#priming")]
    [InlineData("how do I start an impeller", "/pumps#priming")]
    [InlineData("impelelr", "/pumps#priming")]
    [InlineData("impel", "/pumps#priming")]
    [InlineData("net.motor.max_idle_time", "/pumps#motor-settings")]
    [InlineData("max_idle_time", "/pumps#motor-settings")]
    [InlineData("--soft-start", "/pumps#motor-settings")]
    [InlineData("OS_PUMP_REGION", "/pumps#motor-settings")]
    [InlineData("color organized", "/pumps#colour-of-the-housing")]
    [InlineData("gray housing", "/pumps#colour-of-the-housing")]
    [InlineData("loadbalancer", "/valves#loadbalancer")]
    [InlineData("balancer of boilers", "/valves#pressure-groups")]
    [InlineData("PG", "/valves#pressure-groups")]
    [InlineData("pumps", "/pumps")]
    [InlineData("spindle dripping", "/valves/known-issues#valve-leaks-after-freezing")]
    public void What_is_typed_finds_the_section_that_is_meant(string typed, string url) => Assert.Equal(url, Urls(typed)[0]);

    [Fact]
    public void A_known_issue_is_found_with_its_state()
    {
        var hit = Index.Search(new SearchQuery { Text = "valve hums at night" }).Hits[0];

        Assert.Equal((SearchKind.Issue, SolutionState.None), (hit.Kind, hit.Issue?.SolutionState));
    }

    [Fact]
    public void A_section_is_found_by_words_of_which_some_stand_elsewhere_on_its_page() => Assert.Equal("/pumps#priming", Urls("pump seal")[0]);

    [Fact]
    public void Pages_that_nobody_can_read_are_not_found() => Assert.DoesNotContain("/hidden", Urls("secret impeller"));

    [Fact]
    public void A_one_way_synonym_does_not_work_backwards()
    {
        Assert.Empty(Urls("ice"));
        Assert.NotEmpty(Urls("frost"));
    }

    [Fact]
    public void A_phrase_in_quotes_has_to_occur_as_it_stands()
    {
        Assert.Equal(["/pumps#priming"], Urls("\"first start\""));
        Assert.NotEqual(["/pumps#priming"], Urls("first start"));
    }

    [Fact]
    public void A_phrase_that_stands_nowhere_is_looked_for_as_words() => Assert.Equal("/pumps#priming", Urls("\"start first\"")[0]);

    [Fact]
    public void A_word_with_a_hyphen_before_it_must_not_occur()
    {
        Assert.Contains("/valves#pressure-groups", Urls("load balancer"));
        Assert.DoesNotContain("/valves#pressure-groups", Urls("load balancer -boilers"));
    }

    [Fact]
    public void An_unknown_word_is_corrected_in_the_question_and_the_rest_of_it_is_kept() =>
        Assert.Equal("“tighten the”  Gland? -frost", Index.Search(new SearchQuery { Text = "“Tihgten the”  Gland? -frost" }).Correction);

    [Fact]
    public void A_question_of_known_words_is_not_corrected() => Assert.Null(Index.Search(new SearchQuery { Text = "tighten the gland" }).Correction);

    [Fact]
    public void A_snippet_is_whole_sentences_with_the_words_marked()
    {
        var snippet = Index.Search(new SearchQuery { Text = "seal burning" }).Hits[0].Snippet;

        Assert.Equal("Otherwise the impeller runs dry and its seal burns. After a minute the motor stops.", snippet.ToString());
        Assert.Equal(["seal", "burns"], snippet.Parts.Where(part => part.IsMatch).Select(part => part.Text));
    }

    [Fact]
    public void A_snippet_comes_from_the_code_where_the_text_does_not_say_it() =>
        Assert.Contains(Index.Search(new SearchQuery { Text = "OS_PUMP_REGION" }).Hits[0].Snippet.Parts, part => part is { IsMatch: true, Text: "OS_PUMP_REGION" });

    [Fact]
    public void Facets_count_what_choosing_a_value_would_leave()
    {
        var all = Index.Search(new SearchQuery { Text = "water valve pump", CountsFacets = true });
        var kinds = Assert.Single(all.Facets, facet => facet.Kind == SearchFacetKind.Kind).Values;

        Assert.Equal(all.Total, kinds.Sum(value => value.Count));
        foreach (var value in kinds)
        {
            var chosen = Index.Search(new SearchQuery { Text = "water valve pump", CountsFacets = true, Kinds = [Enum.Parse<SearchKind>(value.Value, ignoreCase: true)] });

            Assert.Equal(value.Count, chosen.Total);
            Assert.Equal(kinds.Select(other => (other.Value, other.Count)).Order(), chosen.Facets.Single(facet => facet.Kind == SearchFacetKind.Kind).Values.Select(other => (other.Value, other.Count)).Order());
        }
    }

    [Fact]
    public void Results_are_narrowed_by_part_page_region_state_and_tag()
    {
        var query = new SearchQuery { Text = "water valve pump" };

        Assert.All(Index.Search(query with { Sections = ["valves"] }).Hits, hit => Assert.StartsWith("/valves", hit.Url, StringComparison.Ordinal));
        Assert.All(Index.Search(query with { Pages = ["/pumps"] }).Hits, hit => Assert.Equal("/pumps", hit.Page.Route));
        Assert.Equal(["/valves/known-issues#valve-leaks-after-freezing"], Index.Search(query with { Regions = ["north"] }).Hits.Select(hit => hit.Url));
        Assert.Equal(["/valves/known-issues#valve-hums"], Index.Search(query with { SolutionStates = [SolutionState.None] }).Hits.Select(hit => hit.Url));
        Assert.All(Index.Search(query with { Tags = ["steam"] }).Hits, hit => Assert.Equal("/valves", hit.Page.Route));
    }

    [Fact]
    public void Pages_of_results_follow_each_other_without_gap_or_repetition()
    {
        var query = new SearchQuery { Text = "water valve pump housing", Limit = 50 };
        var all = Index.Search(query);

        Assert.True(all.Total > 3);
        Assert.Equal(all.Hits.Select(hit => hit.Url), Enumerable.Range(0, all.Total).SelectMany(from => Index.Search(query with { From = from, Limit = 1 }).Hits).Select(hit => hit.Url));
        Assert.Empty(Index.Search(query with { From = all.Total }).Hits);
    }

    [Fact]
    public void An_explanation_names_words_fields_and_reasons()
    {
        var (hit, explanation) = Index.Explain(new SearchQuery { Text = "impelelr priming zzzz" })[0];

        Assert.Equal("/pumps#priming", hit.Url);
        Assert.Equal([("impelelr", "impeller"), ("priming", "priming"), ("zzzz", null)], explanation.Words.Select(word => (word.Written, word.Found)));
        Assert.Equal("spelled like it", explanation.Words[0].Reason);
        Assert.Contains("title", explanation.Words[1].Fields);
    }

    [Theory]
    [InlineData("prim", "Priming")]
    [InlineData("motor se", "Motor settings")]
    [InlineData("primign", "Priming")]
    [InlineData("valve hu", "Valve hums")]
    [InlineData("PUMPS", "Pumps")]
    public void Titles_are_suggested_while_somebody_types(string typed, string title) => Assert.Equal(title, Index.Suggest(typed, 8)[0].Text);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!*")]
    [InlineData("zzzz")]
    public void Nothing_is_suggested_for_nothing(string typed) => Assert.Empty(Index.Suggest(typed, 8));

    [Fact]
    public void A_site_without_pages_has_no_results()
    {
        var index = SearchIndex.Build(TestSite.With("search/synonyms.txt", "a, b").Build());

        Assert.Equal(0, index.Search(new SearchQuery { Text = "anything", CountsFacets = true }).Total);
        Assert.Empty(index.Suggest("anything", 5));
    }
}
