using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>Content is not trusted: nothing that an author writes runs in a reader's browser, even if that ignored the content security policy.</summary>
public class HostileContentTests(PublishedSite program, Browser browser) : BrowserTests(browser)
{
    private const int Tabs = 2;
    private const int FramesAtOnce = 24;

    // What runs says so, in every frame.
    private const string Trap = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.hasRun = true; };";

    // Touches everything that waits to be touched, and names what has run and what would run later.
    private const string Look = """
        window.look = async shown => {
          const bad = [], page = shown.document;
          for (const element of page.querySelectorAll("*")) {
            for (const type of ["mouseover", "focus", "mouseenter", "toggle"]) element.dispatchEvent(new shown.Event(type));
            for (const attribute of element.attributes ?? []) if (/^on|^srcdoc$|^formaction$/i.test(attribute.name)) bad.push(element.outerHTML.slice(0, 200));
            for (const address of [element.href, element.src, element.action, element.data]) {
              const text = typeof address === "object" ? address?.baseVal : address;
              if (typeof text === "string" && /^\s*(javascript|vbscript|data|blob|file|view-source|feed):/i.test(text)) bad.push(element.outerHTML.slice(0, 200));
            }
          }
          for (const element of page.querySelectorAll("main iframe, main object, main embed, main script, main style, main base, main meta, main svg:not(.i, [aria-hidden], [role=group])")) bad.push(element.outerHTML.slice(0, 200));
          await new Promise(done => setTimeout(done, 0));
          if (shown.hasRun) bad.push("A script has run.");
          return bad;
        };
        // A page as a browser builds it, in a frame, which is much faster than going there.
        window.show = async html => {
          const frame = document.createElement("iframe");
          frame.srcdoc = html;
          const loaded = new Promise(done => frame.addEventListener("load", done, { once: true }));
          document.documentElement.append(frame);
          await loaded;
          const bad = await look(frame.contentWindow);
          frame.remove();
          return bad;
        };
        window.showAll = async pages => {
          const found = await Promise.all(pages.map(async page => (await show(page.text)).map(bad => `${page.address}: ${bad}`)));
          return found.flat();
        };
        """;

    [Fact]
    public void The_corpus_is_large() => Assert.InRange(AttackCorpus.Count, 1_500, 10_000);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<b onmouseover=alert(1)>x</b>")]
    [InlineData("<input autofocus onfocus=alert(1)>")]
    [InlineData("<a href=' javascript:alert(1)'>x</a>")]
    [InlineData("<main><iframe></iframe></main>")]
    public async Task An_attack_that_gets_through_is_seen(string html)
    {
        var page = await OpenTrapAsync(program.Address);
        await page.GotoAsync("/robots.txt");

        Assert.NotEmpty(await page.EvaluateAsync<string[]>("html => show(html)", html));
        Assert.Empty(await page.EvaluateAsync<string[]>("html => show(html)", "<main><p>Hello.</p></main>"));
    }

    [Fact]
    public async Task Nothing_that_an_author_writes_runs_even_without_a_content_security_policy()
    {
        using var content = new ContentFolder();
        AttackCorpus.Write(content);
        await using var site = await program.StartAsync(content.Path, "--Status:Key=a-long-enough-key-for-tests");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        using var list = JsonDocument.Parse(await client.GetStringAsync("/api/v1/pages", TestContext.Current.CancellationToken));
        var addresses = list.RootElement.GetProperty("pages").EnumerateArray().Where(page => page.GetProperty("routable").GetBoolean()).Select(Address).ToList();
        Assert.InRange(addresses.Count, AttackCorpus.CountOfPages, int.MaxValue);
        using var wizard = JsonDocument.Parse(await client.GetStringAsync("/api/v1/troubleshoot", TestContext.Current.CancellationToken));
        Assert.Equal(AttackCorpus.CountOfTopics, wizard.RootElement.GetProperty("topics").GetArrayLength());

        var (found, targets) = await VisitAsync(site.Address, [.. addresses, .. AttackCorpus.OtherAddresses, .. AttackCorpus.ConfiguredRedirects]);

        Assert.Empty(found);
        Assert.NotEmpty(targets);
        Assert.DoesNotContain(targets, target => target.Scheme is not ("http" or "https"));
    }

    [Fact]
    public async Task Nothing_that_an_address_carries_runs()
    {
        string[] places = ["/search?q={0}", "/search?q=network&tag={0}&section={0}&region={0}&kind={0}", "/issues?q={0}", "/issues?tag={0}&region={0}&page={0}&sort={0}", "/{0}", "/troubleshoot/{0}", "/troubleshoot/network/symptom?symptom={0}&{0}={0}", "/troubleshoot/network/result?symptom=other&pasted={0}&undecided={0}"];
        var addresses = AttackCorpus.Payloads.SelectMany(_ => places, (payload, place) => string.Format(System.Globalization.CultureInfo.InvariantCulture, place, Uri.EscapeDataString(payload)));

        var (found, targets) = await VisitAsync(program.Address, addresses);

        Assert.Empty(found);
        Assert.DoesNotContain(targets, target => target.Authority != program.Address.Authority);
    }

    [Fact]
    public async Task The_author_s_panel_and_the_status_show_hostile_findings_as_text()
    {
        using var content = new ContentFolder();
        AttackCorpus.Write(content);
        await using var site = await program.StartAsync(content.Path, "--environment=Development", "--author", "--Status:Key=a-long-enough-key-for-tests");
        var page = await OpenTrapAsync(site.Address);
        await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = "Bearer a-long-enough-key-for-tests" });

        await page.GotoAsync("/part0/attack0");
        await Assertions.Expect(page.GetByText("in all")).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>("look(window)"));
        await page.GotoAsync("/status");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How the site is doing" })).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>("look(window)"));
    }

    [Fact]
    public async Task A_drawing_with_a_script_draws_and_nothing_else()
    {
        using var content = new ContentFolder().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n");
        foreach (var (index, drawing) in AttackCorpus.Drawings.Index())
            content.With($"pages/02.page/drawing{index}.svg", drawing);
        content.With("pages/02.page/default.md", "---\ntitle: Page\n---\n" + string.Concat(AttackCorpus.Drawings.Index().Select(drawing => $"![x](drawing{drawing.Index}.svg)\n\n")));
        await using var site = await program.StartAsync(content.Path);
        var page = await OpenAsync(site.Address, isUnguarded: true);
        await page.AddInitScriptAsync(Trap);
        var dialogs = 0;
        page.Dialog += (_, dialog) => { dialogs++; _ = dialog.DismissAsync(); };

        foreach (var address in AttackCorpus.Drawings.Select((_, index) => $"/page/drawing{index}.svg").Append("/page"))
        {
            try
            {
                await page.GotoAsync(address);
            }
            catch (PlaywrightException kept) when (kept.Message.Contains("Download is starting", StringComparison.Ordinal))
            {
                // The browser keeps it and shows nothing.
            }
            Assert.Equal(0, dialogs);
            Assert.False(await page.EvaluateAsync<bool>("window.hasRun === true"), address);
        }
        Assert.EndsWith("/page", page.Url, StringComparison.Ordinal);
    }

    private static string Address(JsonElement page) => string.Join('/', page.GetProperty("route").GetString()!.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Shows the page of every address.</summary>
    /// <returns>What there runs or would run, and where those addresses lead that lead elsewhere.</returns>
    private async Task<(IReadOnlyCollection<string> Found, IReadOnlyCollection<Uri> Targets)> VisitAsync(Uri site, IEnumerable<string> addresses)
    {
        var (waiting, found, targets) = (new ConcurrentQueue<string[]>(addresses.Chunk(FramesAtOnce)), new ConcurrentBag<string>(), new ConcurrentBag<Uri>());
        await Task.WhenAll(Enumerable.Range(0, Tabs).Select(_ => VisitAsync(site, waiting, found, targets)));
        return (found, targets);
    }

    private async Task VisitAsync(Uri site, ConcurrentQueue<string[]> waiting, ConcurrentBag<string> found, ConcurrentBag<Uri> targets)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site };
        var page = await OpenTrapAsync(site);
        await page.GotoAsync("/robots.txt");
        var plain = await OpenTrapAsync(site, isFast: false);
        while (waiting.TryDequeue(out var addresses))
        {
            var shown = new List<Shown>();
            foreach (var address in addresses)
            {
                using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
                if (response.Headers.Location is { } target)
                    targets.Add(new Uri(site, target));
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (response.Content.Headers.ContentType?.MediaType == "text/html")
                    shown.Add(new Shown(address, text));
                else if (text.Length > 0)
                    await OpenAsWhatItIsAsync(plain, address, found);
            }
            foreach (var bad in await page.EvaluateAsync<string[]>("pages => showAll(pages)", shown.Select(one => new { address = one.Address, text = one.Text }).ToArray()))
                found.Add(bad);
        }
    }

    private static async Task OpenAsWhatItIsAsync(IPage page, string address, ConcurrentBag<string> found)
    {
        await page.GotoAsync(address);
        foreach (var bad in await page.EvaluateAsync<string[]>("look(window)"))
            found.Add($"{address}: {bad}");
    }

    private async Task<IPage> OpenTrapAsync(Uri site, bool isFast = true)
    {
        var page = await OpenAsync(site, isUnguarded: true);
        await page.AddInitScriptAsync(Trap + Look);
        if (!isFast)
            return page;
        // Pictures that do not exist are the attacks' own; that they fail is what matters, not how fast anybody says so.
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setBlockedURLs", new Dictionary<string, object> { ["urls"] = new[] { "*/x", "*/x:x", "*.png", "*.css", "https://example.org/*" } });
        return page;
    }

    private sealed record Shown(string Address, string Text);
}
