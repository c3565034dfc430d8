using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Api;

/// <summary>Gives good answers to reading requests the entity tag of their edition, and saves the body for clients that have it already.</summary>
internal sealed class EditionFilter : IEndpointFilter
{
    public static EditionFilter Instance { get; } = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var http = context.HttpContext;
        if (result is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } || HttpMethods.IsPost(http.Request.Method))
            return result;
        var tag = http.RequestServices.GetRequiredService<PublishedKnowledge>().Tag;
        tag.Mark(http.Response);
        return tag.IsKnownTo(http.Request) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }
}
