using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>Content is not trusted: nothing that an author writes runs in a reader's browser, even if that ignored the content security policy.</summary>
public class HostileContentTests(PublishedSite program, Browser browser) : BrowserTests(browser)
{
    private const int Tabs = 3;

    // Counts what runs, touches everything that waits to be touched, and names what would run later.
    private const string Trap = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.hasRun = true; };";

    private const string Look = """
        async () => {
          const bad = [];
          for (const element of document.querySelectorAll("*")) {
            for (const type of ["mouseover", "focus", "mouseenter", "toggle"]) element.dispatchEvent(new Event(type));
            for (const attribute of element.attributes ?? []) if (/^on|^srcdoc$|^formaction$/i.test(attribute.name)) bad.push(element.outerHTML.slice(0, 200));
            for (const address of [element.href, element.src, element.action, element.data]) {
              const text = typeof address === "object" ? address?.baseVal : address;
              if (typeof text === "string" && /^\s*(javascript|vbscript|data|blob|file|view-source|feed):/i.test(text)) bad.push(element.outerHTML.slice(0, 200));
            }
          }
          for (const element of document.querySelectorAll("main iframe, main object, main embed, main script, main style, main base, main meta, main svg:not(.i):not([aria-hidden])")) bad.push(element.outerHTML.slice(0, 200));
          await new Promise(done => setTimeout(done, 0));
          if (window.hasRun) bad.push("A script has run.");
          return bad;
        }
        """;

    [Fact]
    public void The_corpus_is_large() => Assert.InRange(AttackCorpus.Count, 1_500, 10_000);

    [Fact]
    public async Task Nothing_that_an_author_writes_runs_even_without_a_content_security_policy()
    {
        using var content = new ContentFolder();
        AttackCorpus.Write(content);
        await using var site = await program.StartAsync(content.Path, "--Status:Key=a-long-enough-key-for-tests");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        using var list = JsonDocument.Parse(await client.GetStringAsync("/api/v1/pages", TestContext.Current.CancellationToken));
        var pages = list.RootElement.GetProperty("pages").EnumerateArray().ToArray();
        var redirects = pages.Where(page => page.GetProperty("redirect").ValueKind == JsonValueKind.String).ToArray();
        var addresses = new ConcurrentQueue<string>(pages.Except(redirects).Where(page => page.GetProperty("routable").GetBoolean()).Select(page => Address(page)).Concat(["/", "/issues", "/issues?tag=x", "/issues.atom", "/sitemap.xml", "/llms.txt", "/nowhere"]));
        var found = new ConcurrentBag<string>();

        var visited = await Task.WhenAll(Enumerable.Range(0, Tabs).Select(_ => VisitAsync(site, addresses, found)));

        Assert.Empty(found);
        Assert.InRange(visited.Sum() + redirects.Length, AttackCorpus.Count, int.MaxValue);
        foreach (var redirect in redirects)
        {
            var target = (await client.GetAsync(Address(redirect), TestContext.Current.CancellationToken)).Headers.Location;
            Assert.True(target is null || new Uri(site.Address, target).Scheme is "http" or "https", $"{redirect} leads to {target}");
        }
    }

    [Fact]
    public async Task The_author_s_panel_and_the_status_show_hostile_findings_as_text()
    {
        using var content = new ContentFolder();
        AttackCorpus.Write(content);
        await using var site = await program.StartAsync(content.Path, "--environment=Development", "--author", "--Status:Key=a-long-enough-key-for-tests");
        var page = await OpenAsync(site.Address, isUnguarded: true);
        await page.AddInitScriptAsync(Trap);
        await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = "Bearer a-long-enough-key-for-tests" });

        await page.GotoAsync("/part0/attack0");
        await Assertions.Expect(page.GetByText("in all")).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Look));
        await page.GotoAsync("/status");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How the site is doing" })).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Look));
    }

    [Fact]
    public async Task A_drawing_with_a_script_draws_and_nothing_else()
    {
        using var content = new ContentFolder().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n");
        foreach (var (index, drawing) in AttackCorpus.Drawings.Index())
            content.With($"pages/02.page/drawing{index}.svg", drawing);
        content.With("pages/02.page/default.md", "---\ntitle: Page\n---\n" + string.Concat(AttackCorpus.Drawings.Index().Select(drawing => $"![x](drawing{drawing.Index}.svg)\n\n")));
        await using var site = await program.StartAsync(content.Path);
        var page = await OpenAsync(site.Address);
        await page.AddInitScriptAsync(Trap);

        foreach (var address in AttackCorpus.Drawings.Select((_, index) => $"/page/drawing{index}.svg").Append("/page"))
        {
            var dialogs = 0;
            page.Dialog += (_, dialog) => { dialogs++; _ = dialog.DismissAsync(); };
            await page.GotoAsync(address);
            Assert.Equal(0, dialogs);
            Assert.False(await page.EvaluateAsync<bool>("window.hasRun === true"), address);
        }
    }

    private static string Address(JsonElement page) => string.Join('/', page.GetProperty("route").GetString()!.Split('/').Select(Uri.EscapeDataString));

    private async Task<int> VisitAsync(RunningSite site, ConcurrentQueue<string> addresses, ConcurrentBag<string> found)
    {
        var page = await OpenAsync(site.Address, isUnguarded: true);
        await page.AddInitScriptAsync(Trap);
        page.Dialog += (_, dialog) =>
        {
            found.Add($"{page.Url}: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        // Pictures that do not exist are the attacks' own; that they fail is what matters, not how fast the site says so.
        await page.RouteAsync("**/*", route => route.Request.ResourceType is "image" or "stylesheet" ? route.AbortAsync() : route.ContinueAsync());
        var visited = 0;
        for (; addresses.TryDequeue(out var address); visited++)
        {
            await page.GotoAsync(address);
            foreach (var bad in await page.EvaluateAsync<string[]>(Look))
                found.Add($"{address}: {bad}");
        }
        return visited;
    }
}
