using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KnowledgeBase.Browser.Tests;

/// <summary>How somebody's browser is connected to the wizard.</summary>
public enum Way
{
    /// <summary>No scripts run.</summary>
    WithoutScripts,

    /// <summary>Scripts run, and the circuit's connection is refused.</summary>
    WithoutCircuit,

    /// <summary>A circuit makes the page live.</summary>
    WithCircuit,
}

/// <summary>A walk through the wizard in a browser, and what it looks like from where the visitor is.</summary>
internal sealed class WizardWalk(IPage page, Way way)
{
    private readonly List<string> _asked = [];

    private int _loads;

    /// <summary>The questions that were asked, by the name of their fact.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Documents that were loaded.</summary>
    public int Loads => _loads;

    public string Address => new Uri(page.Url).PathAndQuery;

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static async Task<WizardWalk> BeginAsync(IPage page, Way way, string address)
    {
        if (way == Way.WithoutCircuit)
            await page.RouteWebSocketAsync("**/_blazor", connection => connection.CloseAsync());
        var walk = new WizardWalk(page, way);
        page.Request += (_, request) => walk._loads += request.IsNavigationRequest && request.RedirectedFrom is null ? 1 : 0;
        await page.GotoAsync(address);
        await walk.ConnectedAsync();
        return walk;
    }

    /// <summary>Waits until the page is what it will be without the visitor doing anything.</summary>
    public async Task ConnectedAsync()
    {
        if (way == Way.WithCircuit)
            await page.Locator("html[data-live=true]").WaitForAsync();
    }

    public async Task ChooseAsync(string option) => await page.Locator($"input[type=radio][value='{option}']").CheckAsync(new() { Force = true });

    /// <summary>Does something that leads to another step, and waits for it.</summary>
    /// <param name="isLive">Whether it is a step of the interview, which a circuit can make live.</param>
    public async Task StepAsync(Func<Task> act, bool isLive = true)
    {
        var before = page.Url;
        await act();
        // Asked again and again: WaitForURL looks at the address and then listens, and misses what comes between the two.
        await Assertions.Expect(page).Not.ToHaveURLAsync(before);
        await page.WaitForLoadStateAsync();
        if (!isLive)
            return;
        await ConnectedAsync();
        if (way == Way.WithCircuit)
            // Named last: by a page that is loaded, and by one that a circuit has moved. A list's commas may be encoded.
            await Assertions.Expect(page.Locator(".print-url")).ToContainTextAsync(new Regex(Regex.Escape(Address.Split('#')[0]).Replace("%2C", "(,|%2C)", StringComparison.Ordinal)));
    }

    public Task ContinueAsync() => StepAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync());

    public Task FollowAsync(string link, bool isLive = true) => StepAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync(), isLive);

    /// <summary>Answers every question that comes: as told, else with "I do not know".</summary>
    /// <param name="answers"><c>fact=option</c>, blanks between.</param>
    public async Task AnswerAsync(string answers)
    {
        var known = answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        while (!Address.Contains("/result", StringComparison.Ordinal))
        {
            var fact = (await page.GetByRole(AriaRole.Radio).First.GetAttributeAsync("name"))!;
            _asked.Add(fact);
            Assert.True(_asked.Count <= 12, "The questions never end.");
            await ChooseAsync(known.GetValueOrDefault(fact, "unknown"));
            await ContinueAsync();
        }
    }

    /// <summary>What the visitor has before them: heading, title, and what has the focus.</summary>
    public async Task<(string Heading, string Title, string Focus)> LookAsync()
    {
        await Assertions.Expect(page.Locator("[autofocus]")).ToBeFocusedAsync();
        return (await Heading.InnerTextAsync(), await page.TitleAsync(), (await page.Locator(":focus").InnerTextAsync()).Trim());
    }
}
