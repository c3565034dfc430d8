using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Components;
using KnowledgeBase.Web.Feeds;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Telemetry;

if (args is ["--health", var address])
    return await HealthProbe.RunAsync(address);

// The files of the site lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.WebHost.UseStaticWebAssets();
builder.AddAddress();
builder.Services.AddSecurityHeaders();
builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddPublishing();
builder.Services.AddSite();
builder.Services.AddApi();

var app = builder.Build();

app.UseSecurityHeaders();
app.UseErrorPage();
app.UseApiErrors();
app.UseUsableHost();
app.UseStartingPage();
app.MapStaticAssets();
app.MapHealth();
app.MapMetrics();
app.MapApi();
app.MapFeeds();
app.MapSite();

return await app.ServeAsync();
