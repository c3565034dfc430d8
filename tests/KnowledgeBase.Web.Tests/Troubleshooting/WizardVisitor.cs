using System.Net;
using AngleSharp.Html.Dom;

namespace KnowledgeBase.Web.Tests.Troubleshooting;

/// <summary>Somebody without scripts: fills in the form that is shown, sends it, follows where it leads.</summary>
internal sealed class WizardVisitor(HttpClient client)
{
    private readonly List<string> _asked = [];

    /// <summary>The questions that were asked, by the name of their fact.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Path and query of the page that is shown.</summary>
    public string Address { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = null!;

    public string Heading => Page.QuerySelector("h1")!.TextContent;

    /// <summary>What somebody reads in the page.</summary>
    public string Text => Page.QuerySelector("main")!.TextContent;

    /// <summary>Goes to an address and follows redirects.</summary>
    public async Task<WizardVisitor> GoAsync(string address)
    {
        for (var hops = 0; hops < 5; hops++)
        {
            using var response = await client.GetAsync(address);
            if (response.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther))
            {
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                (Address, Page) = (address, await Site.ParseAsync(response));
                return this;
            }
            address = response.Headers.Location!.OriginalString;
        }
        throw new InvalidOperationException($"{address} redirects in circles.");
    }

    /// <summary>Answers every question that comes: as told, else with "I do not know".</summary>
    /// <param name="answers"><c>fact=option</c>, blanks between.</param>
    public async Task<WizardVisitor> AnswerAsync(string answers)
    {
        var known = answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        while (Page.QuerySelector("form input[type=radio]") is IHtmlInputElement radio)
        {
            _asked.Add(radio.Name!);
            Assert.True(_asked.Count < 20, "The questions never end.");
            await GoAsync(AddressOf(radio.Form!, radio.Name!, known.GetValueOrDefault(radio.Name!, "unknown")));
        }
        return this;
    }

    /// <summary>What a browser sends when one option is chosen.</summary>
    private static string AddressOf(IHtmlFormElement form, string name, string option)
    {
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(field => (field.Name!, field.Value)).ToList();
        Assert.Contains(form.QuerySelectorAll("input[type=radio]").OfType<IHtmlInputElement>(), radio => radio.Name == name && radio.Value == option);
        fields.Add((name, option));
        return $"{form.GetAttribute("action")}?{string.Join('&', fields.Select(field => $"{field.Item1}={Uri.EscapeDataString(field.Value)}"))}";
    }
}
