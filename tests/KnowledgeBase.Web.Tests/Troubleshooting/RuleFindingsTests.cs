using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Troubleshooting;

/// <summary>Proving the rules takes seconds where there are thousands; a site does it where somebody sees what comes of it.</summary>
public sealed class RuleFindingsTests
{
    [Theory]
    [InlineData("Production", null, false)]
    [InlineData("Development", null, true)]
    [InlineData("Production", "a-long-enough-key-for-tests", true)]
    public async Task Rules_are_proved_where_findings_are_shown(string environment, string? statusKey, bool areProved)
    {
        using var content = Content();
        await using var site = new Site(content.Path, configure: builder => builder.UseEnvironment(environment).UseSetting("Status:Key", statusKey));

        var snapshot = site.Services.GetRequiredService<KnowledgePublisher>().Current!.Snapshot;

        // A question that nobody needs takes a look at all rules; a name that nobody knows is seen when the rule is read.
        Assert.Equal(areProved, snapshot.Diagnostics.Any(diagnostic => diagnostic.Code.Id == "KB320"));
        Assert.Contains(snapshot.Diagnostics, diagnostic => diagnostic.Code.Id == "KB302");
        Assert.Equal("computers", Assert.Single(snapshot.Troubleshooters).Topic.Id.Value);
    }

    [Fact]
    public async Task Authors_see_them_in_the_panel()
    {
        using var content = Content();
        await using var site = new Site(content.Path, configure: builder => builder.UseEnvironment("Development"));

        Assert.Contains("Question 'weather' is never needed", (await site.ReadAsync("/_author/panel?path=/")).Body!.TextContent);
    }

    private static ContentOnDisk Content() => new ContentOnDisk()
        .With("pages/01.home/docs.md", "---\ntitle: Home\n---\n")
        .With("pages/02.page/docs.md", "---\ntitle: Page\n---\n## It freezes\n\n**Problem:**\nThe screen stands still.\n\n**Solution:**\nCool the room.\n")
        .With("pages/02.page/wizard.yaml", "topic: computers\nissues:\n  freezes: {anchor: it-freezes, when: {room: hot}, solutions: {cool: {text: Cool}}}\n")
        .With("wizard/facts.yaml", "facts:\n  room: {ask: How warm is it?, options: {hot: Hot, cold: Cold}}\n  weather: {ask: Does it rain?, options: {rain: It rains, sun: It does not}}\naliases: {room.warm: hott}\nfallback: {title: Nothing fits}\n");
}
