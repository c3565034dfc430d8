using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing.Patterns;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>Parts of the site that cost much to put together, and that many sites are never asked for: they are made by the first request.</summary>
internal static class OnDemand
{
    /// <summary>Maps a handler whose parameters are bound by the framework. What describes it is known at once; the code that calls it is compiled when it is asked.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="pattern">The address.</param>
    /// <param name="methods">The methods of HTTP that are answered.</param>
    /// <param name="handler">The handler, as for <see cref="EndpointRouteBuilderExtensions.MapMethods(IEndpointRouteBuilder, string, IEnumerable{string}, Delegate)"/>.</param>
    /// <param name="filter">Sees what the handler returns before it is written.</param>
    public static RouteHandlerBuilder MapOnDemand(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, IEnumerable<string> methods, Delegate handler, IEndpointFilter filter)
    {
        var code = new Lazy<RequestDelegate>(() =>
        {
            var filtered = new RouteEndpointBuilder(requestDelegate: null, RoutePatternFactory.Parse(pattern), order: 0);
            filtered.FilterFactories.Add((_, next) => invocation => filter.InvokeAsync(invocation, next));
            return RequestDelegateFactory.Create(handler, Options(filtered)).RequestDelegate;
        });
        var mapped = endpoints.MapMethods(pattern, methods, Task (HttpContext context) => code.Value(context));
        mapped.Add(endpoint =>
        {
            endpoint.Metadata.Add(handler.Method);
            RequestDelegateFactory.InferMetadata(handler.Method, Options(endpoint));
        });
        return new RouteHandlerBuilder([mapped]);

        RequestDelegateFactoryOptions Options(EndpointBuilder endpoint) => new()
        {
            ServiceProvider = endpoints.ServiceProvider,
            RouteParameterNames = [.. RoutePatternFactory.Parse(pattern).Parameters.Select(parameter => parameter.Name)],
            EndpointBuilder = endpoint,
        };
    }

    /// <summary>Maps everything below a path to endpoints that are put together, with a routing of their own, by the first request that comes there.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="path">The path, which the patterns of <paramref name="map"/> repeat.</param>
    /// <param name="map">Maps the endpoints.</param>
    public static void MapBranchOnDemand(this IEndpointRouteBuilder endpoints, string path, Action<IEndpointRouteBuilder> map)
    {
        var branch = new Lazy<RequestDelegate>(() =>
        {
            var app = new ApplicationBuilder(endpoints.ServiceProvider);
            app.UseRouting();
            app.UseEndpoints(map);
            return app.Build();
        });
        endpoints.Map(path + "/{**rest}", Task (HttpContext context) =>
        {
            // Found by this routing; the branch's own looks for another.
            context.SetEndpoint(null);
            return branch.Value(context);
        }).ExcludeFromDescription();
    }
}
