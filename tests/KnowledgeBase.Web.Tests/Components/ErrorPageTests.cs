using System.Net;
using KnowledgeBase.Web.Components.Layout;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class ErrorPageTests
{
    [Fact]
    public async Task A_failure_shows_a_number_and_nothing_of_our_insides()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, Broken);
        var response = await site.Visitor().GetAsync("/any?thing=at-all");
        var text = await response.Content.ReadAsStringAsync();
        var page = await Site.ParseAsync(response);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.NotEmpty(page.QuerySelector("main code")!.TextContent);
        Assert.Equal(["http://localhost/any?thing=at-all", "/"], page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain("secret connection", text);
        Assert.DoesNotContain("Exception", text);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task A_page_that_fails_while_it_is_rendered_shows_it_too()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, services => services.AddSingleton<IComponentActivator>(new Breaking()));
        using var response = await site.Visitor().GetAsync("/search?q=any");
        var page = await Site.ParseAsync(response);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.NotEmpty(page.QuerySelector("main code")!.TextContent);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_failure_of_the_API_is_problem_details()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path, Broken);
        var response = await site.Visitor().GetAsync("/api/v1/pages");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("traceId", text);
        Assert.DoesNotContain("secret connection", text);
    }

    private static void Broken(IServiceCollection services) =>
        services.AddScoped<PublishedKnowledge>(_ => throw new InvalidOperationException("secret connection"));

    private sealed class Breaking : IComponentActivator
    {
        public IComponent CreateInstance(Type componentType) => componentType == typeof(SearchForm)
            ? throw new InvalidOperationException("secret connection")
            : (IComponent)Activator.CreateInstance(componentType)!;
    }
}
