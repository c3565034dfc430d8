using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Endpoints;

/// <summary>
/// Maps addresses that are answered from the edition of the moment and are not part of the API's description. Their handlers are called as they are; the
/// framework's own mapping would compile code for each of them before the first page is sent.
/// </summary>
internal static class PageEndpoints
{
    /// <summary>The methods of HTTP that read.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Answers reading requests.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="pattern">The address.</param>
    /// <param name="answer">Of the request and the edition, the answer.</param>
    public static IEndpointConventionBuilder MapReading(this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, PublishedKnowledge, IResult> answer) =>
        endpoints.MapMethods(pattern, Reading, Task (HttpContext context) => answer(context, Knowledge(context)).ExecuteAsync(context)).ExcludeFromDescription();

    /// <summary>Answers a form that was sent.</summary>
    public static IEndpointConventionBuilder MapForm(this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, PublishedKnowledge, Task<IResult>> answer) =>
        endpoints.MapPost(pattern, async Task (HttpContext context) => await (await answer(context, Knowledge(context))).ExecuteAsync(context)).ExcludeFromDescription();

    private static PublishedKnowledge Knowledge(HttpContext context) => context.RequestServices.GetRequiredService<PublishedKnowledge>();
}
