using KnowledgeBase.Export;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Api.Description;
using KnowledgeBase.Web.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Web.Api;

internal static class ApiSetup
{
    // Not "/api" itself: that may be a page of the content.
    private const string Prefix = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddApiJson();
        services.AddProblemDetails();
    }

    /// <summary>How the API's documents are written.</summary>
    public static void AddApiJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ExportJson.Default);
            json.SerializerOptions.Encoder = ExportJson.Encoder;
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        MapResources(new SiteRoutes(endpoints.MapGroup(Prefix)));
        endpoints.MapReading(Prefix + "/{**rest}", (_, _) => NoSuchResource());
        endpoints.MapDescription(described => MapResources(new DescribedRoutes(described.MapGroup(Prefix))));
    }

    private static void MapResources(IApiRoutes api)
    {
        api.MapPages();
        api.MapIssues();
        api.MapSearch();
        api.MapTroubleshoot();
    }

    /// <summary>Answers every failure of the API as problem details: a script has no use for a page.</summary>
    public static void UseApiErrors(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Prefix), api => api
            .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => Problem(context, ClientFault.StatusOf(context)), SuppressDiagnosticsCallback = failed => ClientFault.IsOne(failed.Exception) })
            .UseStatusCodePages(failed => Problem(failed.HttpContext, failed.HttpContext.Response.StatusCode)));

    private static ProblemHttpResult NoSuchResource() =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: "There is no such resource; /openapi/v1.json describes those that exist.");

    private static Task Problem(HttpContext context, int status) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Extensions = { ["traceId"] = context.TraceIdentifier } }).ExecuteAsync(context);
}
