using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>Tests that open pages. What a test has opened is closed when it ends: each page is a process of the browser, and hundreds of them starve the machine.</summary>
public abstract class BrowserTests(Browser browser) : IAsyncDisposable
{
    /// <summary>Milliseconds that a page has for anything: many, for the machine has other work.</summary>
    internal const float Patience = 30_000;

    private readonly List<IBrowserContext> _opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _opened)
            await context.CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A fresh page, as a visitor of this kind sees it.</summary>
    /// <param name="isUnguarded">Whether the browser ignores the content security policy, so that nothing but the page itself protects the visitor.</param>
    protected async Task<IPage> OpenAsync(Uri site, bool hasScripts = true, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool isUnguarded = false)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            BypassCSP = isUnguarded,
            JavaScriptEnabled = hasScripts,
            ViewportSize = new() { Width = width, Height = width < 600 ? 812 : 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        _opened.Add(context);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }
}
