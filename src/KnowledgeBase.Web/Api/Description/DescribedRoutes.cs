using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Api.Description;

/// <summary>The API as it is described: mapped by the framework, which knows what each handler takes. Nobody ever asks these.</summary>
internal sealed class DescribedRoutes(IEndpointRouteBuilder endpoints) : IApiRoutes
{
    public RouteHandlerBuilder Read(string pattern, Delegate handler, Func<HttpContext, PublishedKnowledge, IResult>? direct) => endpoints.MapMethods(pattern, PageEndpoints.Reading, handler);

    public RouteHandlerBuilder Send(string pattern, Delegate handler) => endpoints.MapPost(pattern, handler);
}
