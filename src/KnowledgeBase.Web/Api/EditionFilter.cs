using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Api;

/// <summary>Gives good answers the entity tag of their edition, and saves the body for clients that have it already.</summary>
internal sealed class EditionFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK })
            return result;
        var http = context.HttpContext;
        var tag = http.RequestServices.GetRequiredService<PublishedKnowledge>().Tag;
        tag.Mark(http.Response);
        return tag.IsKnownTo(http.Request) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }
}
