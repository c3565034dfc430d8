using Microsoft.AspNetCore.Diagnostics;

namespace KnowledgeBase.Web.Access;

/// <summary>A request that broke off or broke a limit while it was read: the client's fault, which is answered as such and is no error of ours in the log.</summary>
internal static class ClientFault
{
    public static bool IsOne(Exception exception) => exception is BadHttpRequestException;

    /// <summary>The status for the failure of a request; 500 where it is ours.</summary>
    public static int StatusOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException fault ? fault.StatusCode : StatusCodes.Status500InternalServerError;
}
