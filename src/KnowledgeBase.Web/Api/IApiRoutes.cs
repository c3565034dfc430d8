using System.Diagnostics.CodeAnalysis;
using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Api;

/// <summary>Where the resources of the API are mapped: the site, which answers, or their description, which tells what they take and give.</summary>
internal interface IApiRoutes
{
    /// <summary>Maps a resource that is read.</summary>
    /// <param name="pattern">Its address below the API's.</param>
    /// <param name="handler">Answers; its parameters are what a client may send.</param>
    /// <param name="direct">The same for the site, with nothing to bind: for lists that are made ready before anybody asks.</param>
    RouteHandlerBuilder Read([StringSyntax("Route")] string pattern, Delegate handler, Func<HttpContext, PublishedKnowledge, IResult>? direct = null);

    /// <summary>Maps a resource that something is sent to.</summary>
    RouteHandlerBuilder Send([StringSyntax("Route")] string pattern, Delegate handler);
}
