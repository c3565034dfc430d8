namespace KnowledgeBase.Web.Endpoints;

/// <summary>A part of the site that costs much to put together, and that many sites are never asked for.</summary>
internal static class BranchOnDemand
{
    /// <summary>Maps everything at and below a path to endpoints that are put together, with a routing of their own, by the first request that comes there.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="path">The path, which the patterns of <paramref name="map"/> repeat.</param>
    /// <param name="services">The services that it has, asked for by the first request.</param>
    /// <param name="map">Maps the endpoints.</param>
    public static void MapBranchOnDemand(this IEndpointRouteBuilder endpoints, string path, Func<IServiceProvider> services, Action<IEndpointRouteBuilder> map)
    {
        // A failure is not kept: the next request tries again.
        var branch = new Lazy<RequestDelegate>(() =>
        {
            // What begins here goes on after the request, and is not its own.
            using var alone = ExecutionContext.SuppressFlow();
            var app = new ApplicationBuilder(services());
            app.UseRouting();
            app.UseEndpoints(map);
            return app.Build();
        }, LazyThreadSafetyMode.PublicationOnly);
        endpoints.Map(path + "/{**rest}", Task (HttpContext context) =>
        {
            // Found by this routing; the branch's own looks for another.
            context.SetEndpoint(null);
            return branch.Value(context);
        }).ExcludeFromDescription();
    }
}
