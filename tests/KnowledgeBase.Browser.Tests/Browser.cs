using KnowledgeBase.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace KnowledgeBase.Browser.Tests;

/// <summary>One Chromium for all tests; each test has a context of its own. <c>tests/run.sh</c> says where it is.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] UsualPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The program, null where only Playwright's own can be there.</summary>
    public static string? ExecutablePath { get; } =
        Environment.GetEnvironmentVariable("BROWSER_PATH") is { Length: > 0 } path ? path : UsualPaths.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ExecutablePath,
            Args = Flags,
        });
    }

    /// <summary>A fresh page, as a visitor of this kind sees it.</summary>
    /// <param name="isUnguarded">Whether the browser ignores the content security policy, so that nothing but the page itself protects the visitor.</param>
    public async Task<IPage> OpenAsync(Uri site, bool hasScripts = true, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool isUnguarded = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            BypassCSP = isUnguarded,
            JavaScriptEnabled = hasScripts,
            ViewportSize = new() { Width = width, Height = width < 600 ? 812 : 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
