using System.Globalization;
using KnowledgeBase.Troubleshooting;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Components.Pages.NotFound;
using KnowledgeBase.Web.Components.Pages.Troubleshoot;
using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Telemetry;
using KnowledgeBase.Web.Troubleshooting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Components;

/// <summary>The pages of the wizard. Their only state is the address: each is a pure function of edition and query, and has one canonical address.</summary>
internal static class TroubleshootSetup
{
    /// <summary>A form around the text; more is refused before it is read.</summary>
    private const int MaxFormBytes = 1024 * 1024;

    private const string PasteField = "paste";

    public static void MapWizard(this IEndpointRouteBuilder endpoints)
    {
        // One connection, no other way to talk: it needs no second request that would have to reach the same replica.
        endpoints.MapBranchOnDemand(
            CircuitLimits.Path,
            () => endpoints.ServiceProvider.GetRequiredService<WizardServices>().Provider,
            circuits => circuits.MapBlazorHub(CircuitLimits.Path, connection => connection.Transports = HttpTransportType.WebSockets));
        var pages = endpoints.MapGroup(WizardLinks.Root);
        pages.MapReading("", ShowTopics);
        pages.MapReading("/{topic}", ShowStep);
        pages.MapReading("/{topic}/result.txt", WriteSummary);
        pages.MapReading("/{topic}/evidence", ShowEvidence);
        pages.MapForm("/{topic}/evidence", ReadEvidenceAsync).WithMetadata(new FormLimit());
        pages.MapReading("/{topic}/map", ShowMap);
        pages.MapReading("/{topic}/{step}", ShowStep);
    }

    private static IResult ShowTopics(HttpContext context, PublishedKnowledge knowledge) =>
        knowledge.Wizard.IsEmpty ? Missing(context) : Show<TopicsPage>(context, []);

    /// <summary>A step of the interview, or where it is known by now.</summary>
    private static IResult ShowStep(HttpContext context, PublishedKnowledge knowledge)
    {
        var step = WizardStep.At(knowledge.Snapshot, context.Request.Path.Value!, context.Request.QueryString.Value);
        switch (step)
        {
            case WizardStep.Moved moved:
                return Redirect(moved.Address);
            case WizardStep.Shown shown:
                Service<SiteMetrics>(context).Diagnosed(shown.Rules.Topic.Id.Value, shown.Name);
                Keep(context, hasAnswers: true);
                return new LivePageResult<WizardPage>(new Dictionary<string, object?> { [nameof(WizardPage.Step)] = shown with { IsArrival = IsFromWizard(context.Request) }, [nameof(WizardPage.Address)] = WizardStep.AddressOf(context.Request.Path.Value!, context.Request.QueryString.Value) });
            default:
                return Missing(context);
        }
    }

    /// <summary>Browsers say where somebody comes from, as long as it is this site. It moves the focus and changes nothing that is shown.</summary>
    private static bool IsFromWizard(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value && from.AbsolutePath.StartsWith(WizardLinks.Root + "/", StringComparison.Ordinal);

    private static IResult WriteSummary(HttpContext context, PublishedKnowledge knowledge)
    {
        if (Find(context, knowledge) is not { } rules)
            return Absent(context, knowledge);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        var diagnosis = rules.Diagnose(rules.Links.Read(QueryPairs.Of(context.Request)).Answers);
        var origin = Service<IOptions<SiteOptions>>(context).Value.Origin($"{context.Request.Scheme}://{context.Request.Host}/");
        return TypedResults.Text(TicketSummary.Write(diagnosis, new SummaryStamp(origin, knowledge.Snapshot.Version, Service<TimeProvider>(context).GetUtcNow())), "text/plain; charset=utf-8");
    }

    private static IResult ShowMap(HttpContext context, PublishedKnowledge knowledge) => Find(context, knowledge) is { } rules
        ? Show<MapPage>(context, new() { [nameof(MapPage.Rules)] = rules, [nameof(MapPage.From)] = int.TryParse(context.Request.Query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0 })
        : Absent(context, knowledge);

    private static IResult ShowEvidence(HttpContext context, PublishedKnowledge knowledge)
    {
        if (Find(context, knowledge) is not { } rules)
            return Absent(context, knowledge);
        var answers = rules.Links.Read(QueryPairs.Of(context.Request)).Answers;
        return IsAt(context, rules.Links.ToEvidence(answers)) ? ShowPaste(context, rules, answers, null) : Redirect(rules.Links.ToEvidence(answers));
    }

    /// <summary>Reads pasted output once. What it proves goes into the address; the text goes nowhere.</summary>
    private static async Task<IResult> ReadEvidenceAsync(HttpContext context, PublishedKnowledge knowledge)
    {
        if (Find(context, knowledge) is not { } rules)
            return Absent(context, knowledge);
        var answers = rules.Links.Read(QueryPairs.Of(context.Request)).Answers;
        var sent = await ReadFormAsync(context);
        // The last bytes come on the thread that reads sockets; what is made of them may not hold it up.
        await Task.Yield();
        if (sent is not { } form)
            return ShowPaste(context, rules, answers, Words.PasteTooLong);
        if (!await Forms(context).IsRequestValidAsync(context))
            return ShowPaste(context, rules, answers, Words.PasteFormIsOld);
        var text = form[PasteField].ToString();
        if (string.IsNullOrWhiteSpace(text))
            return ShowPaste(context, rules, answers, Words.PasteSomething);
        if (PastedText.IsTooLong(text))
            return ShowPaste(context, rules, answers, Words.PasteTooLong);
        var read = rules.ReadEvidence(text);
        return read.Found.IsEmpty && read.Undecided.IsEmpty
            ? ShowPaste(context, rules, answers, Words.PasteSaidNothing)
            : new Redirection(rules.Links.ToEvidence(read.AddTo(answers)), StatusCodes.Status303SeeOther);
    }

    /// <summary>The form, null where it is larger than anything that we read.</summary>
    private static async Task<IFormCollection?> ReadFormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return FormCollection.Empty;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception refused) when (refused is BadHttpRequestException or InvalidDataException)
        {
            return null;
        }
    }

    private static PageResult<EvidencePage> ShowPaste(HttpContext context, Troubleshooter rules, Answers answers, string? problem)
    {
        // Says how long the answer may be kept, and in other words than we do.
        var token = Forms(context).GetAndStoreTokens(context);
        Keep(context, hasAnswers: true);
        return new(new()
        {
            [nameof(EvidencePage.Rules)] = rules,
            [nameof(EvidencePage.Answers)] = answers,
            [nameof(EvidencePage.Token)] = token,
            [nameof(EvidencePage.Problem)] = problem,
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static Troubleshooter? Find(HttpContext context, PublishedKnowledge knowledge) => knowledge.Snapshot.FindTopic(TopicOf(context));

    private static string TopicOf(HttpContext context) => (string)context.GetRouteValue("topic")!;

    /// <summary>The tokens that show that a form is ours.</summary>
    private static IAntiforgery Forms(HttpContext context) => Service<WizardServices>(context).Provider.GetRequiredService<IAntiforgery>();

    private static TService Service<TService>(HttpContext context)
        where TService : notnull => context.RequestServices.GetRequiredService<TService>();

    /// <summary>A topic that steps aside leads to the others; one that never was is not found.</summary>
    private static IResult Absent(HttpContext context, PublishedKnowledge knowledge) =>
        knowledge.Snapshot.FindUnavailable(TopicOf(context)) is null ? Missing(context) : Redirect(WizardLinks.Root);

    private static PageResult<NotFoundPage> Missing(HttpContext context) =>
        new(new Dictionary<string, object?> { [nameof(NotFoundPage.Path)] = context.Request.Path.Value }) { StatusCode = StatusCodes.Status404NotFound };

    private static bool IsAt(HttpContext context, string address) => WizardStep.IsSame(context.Request.Path.Value + context.Request.QueryString.Value, address);

    private static Redirection Redirect(string address) => new(address, StatusCodes.Status302Found);

    /// <summary>Pages of the wizard are the visitor's own. Those that show answers say more: nobody keeps them, and Back loads them again.</summary>
    private static void Keep(HttpContext context, bool hasAnswers) => context.Response.Headers.CacheControl = hasAnswers ? "no-store" : "private, no-cache";

    private static PageResult<TPage> Show<TPage>(HttpContext context, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        Keep(context, hasAnswers: false);
        return new PageResult<TPage>(parameters);
    }

    private sealed class FormLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MaxFormBytes;
    }
}
