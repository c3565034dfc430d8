using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Api;

/// <summary>Gives good answers to reading requests the entity tag of their edition, and saves the body for clients that have it already.</summary>
internal sealed class EditionFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => Tagged(context.HttpContext, await next(context));

    /// <summary>The same for a handler that the framework does not call.</summary>
    public static Task AnswerAsync(HttpContext context, Func<HttpContext, PublishedKnowledge, IResult> handler) =>
        ((IResult)Tagged(context, handler(context, context.RequestServices.GetRequiredService<PublishedKnowledge>()))!).ExecuteAsync(context);

    private static object? Tagged(HttpContext context, object? result)
    {
        if (result is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } || HttpMethods.IsPost(context.Request.Method))
            return result;
        var tag = context.RequestServices.GetRequiredService<PublishedKnowledge>().Tag;
        tag.Mark(context.Response);
        return tag.IsKnownTo(context.Request) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }
}
