using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// Pages name their own address, so a request has to have one. Old clients may leave the host out; a host that can be no part of an address is the
/// client's mistake, not ours.
/// </summary>
internal static class UsableHost
{
    private const string Unnamed = "localhost";

    public static void UseUsableHost(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Headers.Host.Count == 0 || context.Request.Headers.Host == "")
            context.Request.Host = new HostString(Unnamed);
        if (IsUsable(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool IsUsable(HttpRequest request)
    {
        try
        {
            return Uri.TryCreate(UriHelper.BuildAbsolute(request.Scheme, request.Host), UriKind.Absolute, out _);
        }
        catch (ArgumentException)
        {
            // Thrown by the host itself, such as "xn--", which promises an international name and has none.
            return false;
        }
    }
}
