using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace KnowledgeBase.Web.Api;

/// <summary>
/// The API as the site answers it. What binds the parameters of a handler is compiled by the first request for it: a site that nobody asks for data does not
/// pay for it with each start. A failure to do so is not kept: the next request tries again.
/// </summary>
internal sealed class SiteRoutes(IEndpointRouteBuilder endpoints) : IApiRoutes
{
    private static readonly EditionFilter Filter = new();

    public RouteHandlerBuilder Read(string pattern, Delegate handler, Func<HttpContext, PublishedKnowledge, IResult>? direct) =>
        Map(pattern, PageEndpoints.Reading, direct is null ? Bound(pattern, handler, isRead: true) : context => EditionFilter.AnswerAsync(context, direct));

    public RouteHandlerBuilder Send(string pattern, Delegate handler) => Map(pattern, [HttpMethods.Post], Bound(pattern, handler, isRead: false));

    private RouteHandlerBuilder Map(string pattern, IEnumerable<string> methods, RequestDelegate answer) => new([endpoints.MapMethods(pattern, methods, answer)]);

    private RequestDelegate Bound(string pattern, Delegate handler, bool isRead)
    {
        var code = new Lazy<RequestDelegate>(() =>
        {
            var endpoint = new RouteEndpointBuilder(requestDelegate: null, RoutePatternFactory.Parse(pattern), order: 0);
            endpoint.FilterFactories.Add((_, next) => invocation => Filter.InvokeAsync(invocation, next));
            return RequestDelegateFactory.Create(handler, new RequestDelegateFactoryOptions
            {
                ServiceProvider = endpoints.ServiceProvider,
                RouteParameterNames = endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name),
                EndpointBuilder = endpoint,
                // As the framework has it for what it maps, and describes.
                DisableInferBodyFromParameters = isRead,
            }).RequestDelegate;
        }, LazyThreadSafetyMode.PublicationOnly);
        return context => code.Value(context);
    }
}
