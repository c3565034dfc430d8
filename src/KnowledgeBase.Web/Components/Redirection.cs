namespace KnowledgeBase.Web.Components;

/// <summary>Another address, with any of the statuses that an author may choose; the framework's own results know four of the five.</summary>
internal sealed class Redirection(string address, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.Location = address;
        httpContext.Response.Headers.CacheControl = "no-cache";
        return Task.CompletedTask;
    }
}
