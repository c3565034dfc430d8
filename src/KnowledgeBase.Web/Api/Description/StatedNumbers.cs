using System.Globalization;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KnowledgeBase.Web.Api.Description;

/// <summary>Numbers are read as text, so that a wrong one is answered in our words; for clients they are numbers.</summary>
internal sealed class StatedNumbers : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Schema = parameter.Name switch
            {
                "limit" => Range(1, SearchQuery.MaxLimit, SearchApi.DefaultLimit),
                "from" => Range(0, SearchQuery.MaxFrom, 0),
                _ => parameter.Schema,
            };
        }
        return Task.CompletedTask;
    }

    private static OpenApiSchema Range(int least, int most, int usual) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = least.ToString(CultureInfo.InvariantCulture),
        Maximum = most.ToString(CultureInfo.InvariantCulture),
        Default = usual,
    };
}
