using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KnowledgeBase.Web.Api.Description;

/// <summary>The introduction of the API's description. HEAD is answered but not listed: it says nothing that GET does not.</summary>
internal sealed class Introduction : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Knowledge base",
            Version = "v1",
            Description = "Pages, known issues and search of one edition. Every answer carries its entity tag; errors are problem details (RFC 9457).",
        };
        document.Servers = [];
        foreach (var path in document.Paths.Values)
            path.Operations?.Remove(HttpMethod.Head);
        return Task.CompletedTask;
    }
}
