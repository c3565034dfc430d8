using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Components.Author;
using KnowledgeBase.Web.Feeds;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Ready;
using KnowledgeBase.Web.Status;
using KnowledgeBase.Web.Telemetry;

if (args is ["--health", var address])
    return await HealthProbe.RunAsync(address);

NativeMemory.Bound();
try
{
    return await RunAsync(args);
}
catch (Exception exception) when (StartFailure.SentenceFor(exception) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return ExitCodes.Refused;
}

static async Task<int> RunAsync(string[] args)
{
    // The files of the site lie beside the program, wherever it is started from.
    // Without what a site of documents has no use for: IIS, QUIC, hosting start-ups, logs for debuggers and tracing tools.
    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = AuthorSetup.ReadFlag(args), ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseKestrelHttpsConfiguration().UseStaticWebAssets();
    builder.AddAddress();
    builder.AddTelemetry();
    builder.AddPublishing();
    builder.Services.AddReadyAnswers();
    builder.Services.AddDirectSockets();
    builder.Services.AddSite();
    builder.Services.AddApi();
    builder.Services.AddStatus();
    builder.AddAuthor();
    builder.Services.AddAccess();

    await using var app = builder.Build();
    app.CheckSettings();
    var first = app.BeginFirstEdition();
    app.UseTrustedProxies();
    app.UseRequestLog();
    app.UseRequestTraces();
    app.UseReadyAnswers();
    app.UseSecurityHeaders();
    app.UseErrorPage();
    app.UseApiErrors();
    app.UseUsableHost();
    app.UseTrafficLimits();
    app.UseStatusKey();
    app.UseAnswersMadeReady();
    app.UseStartingPage();
    app.MapStaticAssets();
    app.MapHealth();
    app.MapMetrics();
    app.MapApi();
    app.MapAuthor();
    app.MapStatus(SiteSetup.ShowStatus);
    app.MapFeeds();
    app.MapWizard();
    app.MapSite();
    return await app.ServeAsync(first);
}
