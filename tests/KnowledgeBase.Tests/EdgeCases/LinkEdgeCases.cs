namespace KnowledgeBase.Tests.EdgeCases;

public class LinkEdgeCases
{
    [Fact] // 16
    public void A_link_to_a_page_file_leads_to_its_route_and_keeps_the_fragment()
    {
        var snapshot = TestSite.With("01.home/docs.en.md", "---\ntitle: Home\n---\n")
            .And("04.Guide/03.Cars/docs.en.md", "---\ntitle: Cars\n---\n[wheels](../../05.Parts/02.wheels/docs.en.md#how-many)\n")
            .And("05.Parts/02.wheels/docs.en.md", "---\ntitle: Wheels\n---\n## How many\n").Build();

        var link = Assert.Single(snapshot.PageOf("04.Guide/03.Cars/docs.en.md").Links);
        Assert.Equal(("/parts/wheels#how-many", "/parts/wheels", "how-many", false), (link.Href, link.Route, link.Fragment, link.IsBroken));
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact] // 16
    public void An_anchor_written_as_raw_HTML_is_left_alone() =>
        Assert.Contains("<a href=\"#part\">there</a>", TestSite.WithBody("## Part\n\nGo <a href=\"#part\">there</a>.\n").Build().Html());

    [Fact] // 17
    public void Capitals_of_folders_become_lower_case_routes_and_typos_stay()
    {
        var snapshot = TestSite.With("01.home/docs.md", "---\ntitle: Home\n---\n")
            .And("02.Frist-Steps/docs.md", "---\ntitle: First\n---\n").And("02.Frist-Steps/01.Help-Desk/docs.md", "---\ntitle: Desk\n---\n").Build();

        Assert.Equal(["/", "/frist-steps", "/frist-steps/help-desk"], snapshot.Routes());
    }

    [Fact] // 17
    public void A_file_in_other_capitals_is_found_with_a_warning()
    {
        var snapshot = TestSite.WithBody("![logo](logo.png)\n").And("02.page/Logo.PNG").Build();

        Assert.Equal("/page/Logo.PNG", Assert.Single(snapshot.BodyPage().Links).Href);
        Assert.Equal(["02.page/default.md:4 KB143"], snapshot.Findings());
    }
}
