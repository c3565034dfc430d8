using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Telemetry;

namespace KnowledgeBase.Web.Api.Description;

/// <summary>
/// <c>/openapi/v1.json</c>: the API's description. It is asked for now and then, by a developer, and what makes it is as large as what it describes: it has a
/// container of its own, put together by the first request.
/// </summary>
internal static class DescriptionSetup
{
    private const string Pattern = "/openapi/{documentName}.json";

    /// <param name="endpoints">The site's endpoints.</param>
    /// <param name="map">Maps the resources that are described.</param>
    public static void MapDescription(this IEndpointRouteBuilder endpoints, Action<IEndpointRouteBuilder> map)
    {
        var description = new Lazy<(IServiceProvider Services, RequestDelegate Answer)>(() => Make(endpoints.ServiceProvider, map), LazyThreadSafetyMode.PublicationOnly);
        endpoints.MapMethods(Pattern, PageEndpoints.Reading, async Task (HttpContext context) =>
        {
            await using var scope = description.Value.Services.CreateAsyncScope();
            await context.AnswerWithAsync(scope.ServiceProvider, () => description.Value.Answer(context));
        }).ExcludeFromDescription();
    }

    private static (IServiceProvider Services, RequestDelegate Answer) Make(IServiceProvider site, Action<IEndpointRouteBuilder> map)
    {
        var routes = new Routes();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddRouting();
        services.AddSingleton(site.GetRequiredService<IHostEnvironment>());
        services.AddSingleton<EndpointDataSource>(_ => new CompositeEndpointDataSource(routes.DataSources));
        // So that the framework knows which parameters of a handler no client sends.
        services.AddSingleton(site.GetRequiredService<SiteMetrics>());
        services.AddScoped(_ => site.GetRequiredService<KnowledgePublisher>().Current!);
        services.AddApiJson();
        services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer<Introduction>().AddOperationTransformer<StatedNumbers>().AddSchemaTransformer<StatedNullability>());
        routes.ServiceProvider = services.BuildServiceProvider();
        map(routes);
        routes.MapOpenApi(Pattern);
        var answer = routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Single(endpoint => endpoint.RoutePattern.RawText == Pattern).RequestDelegate!;
        return (routes.ServiceProvider, answer);
    }

    private sealed class Routes : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider { get; set; } = null!;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(ServiceProvider);
    }
}
