using KnowledgeBase.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace KnowledgeBase.Browser.Tests;

/// <summary>One Chromium for all tests; <see cref="BrowserTests"/> give each test pages of its own. <c>tests/run.sh</c> says where it is.</summary>
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
        Assertions.SetDefaultExpectTimeout(BrowserTests.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ExecutablePath,
            Args = Flags,
        });
    }

    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) => _browser!.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
