using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace KnowledgeBase.Web.Telemetry;

/// <summary>
/// Names the trace of a request after its route, which says what was asked for and not by whom: the path of a page, a query and the client's program
/// are in no trace.
/// </summary>
internal static class RequestTraces
{
    public static void UseRequestTraces(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } trace ? DescribeAsync(trace, context, next) : next(context));

    private static async Task DescribeAsync(Activity trace, HttpContext context, RequestDelegate next)
    {
        var method = HttpMethods.GetCanonicalizedValue(context.Request.Method);
        try
        {
            await next(context);
        }
        finally
        {
            // Where it failed, the page of the error has taken the place of what was asked for.
            var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText;
            trace.DisplayName = route is null ? method : $"{method} {route}";
            trace.SetTag("http.request.method", method);
            trace.SetTag("http.route", route);
            trace.SetTag("http.response.status_code", context.Response.StatusCode);
            if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
                trace.SetStatus(ActivityStatusCode.Error);
        }
    }
}
