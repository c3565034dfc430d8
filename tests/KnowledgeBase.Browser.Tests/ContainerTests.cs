namespace KnowledgeBase.Browser.Tests;

/// <summary>What the Dockerfile promises, without a container engine: see <see cref="PublishedSite"/>.</summary>
[Collection(Undisturbed.Name)]
public class ContainerTests(PublishedSite site)
{
    [Fact]
    public async Task The_published_site_serves_content_that_it_cannot_write()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = await client.GetStringAsync("/reference/network/known-issues");
        var style = await client.GetAsync("/site.css");

        Assert.Contains("Idle TCP sessions being closed", page);
        Assert.Equal("text/css", style.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_health_check_ends_well_for_a_site_that_is_ready() =>
        Assert.Equal(0, await site.RunAgainAsync("--health", new Uri(site.Address, "/healthz/ready").ToString()));

    [Fact]
    public async Task The_health_check_fails_where_nobody_answers() =>
        Assert.NotEqual(0, await site.RunAgainAsync("--health", "http://127.0.0.1:9/healthz/ready"));

    [Fact]
    public async Task It_ends_well_within_five_seconds_of_being_told_and_has_written_nothing()
    {
        using var folder = new ContentFolder().With("01.home/default.md", "---\ntitle: Home\n---\nHello.\n");
        await using var other = await site.StartAsync(folder.Path);

        var (code, took) = await other.StopAsync();

        Assert.Equal(0, code);
        Assert.InRange(took.TotalSeconds, 0, 5);
        Assert.Equal(["01.home", "default.md"], Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(PublishedSite.StartFolder));
    }

    [Fact]
    public void The_Dockerfile_runs_without_root_and_checks_its_health()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"));

        Assert.Contains("USER $APP_UID", file);
        Assert.Contains("dotnet publish src/KnowledgeBase.Web/KnowledgeBase.Web.csproj", file);
        Assert.Contains("\"--health\", \"http://127.0.0.1:8080/healthz/ready\"", file);
    }
}
