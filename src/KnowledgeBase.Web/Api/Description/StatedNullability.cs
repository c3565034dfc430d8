using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KnowledgeBase.Web.Api.Description;

/// <summary>
/// Describes our documents as strictly as they are: every property is always there, and is null only where its type says so. The generator cannot know
/// for properties without a setter, and would call everything optional.
/// </summary>
internal sealed class StatedNullability : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is { AttributeProvider: PropertyInfo property } && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull)
            schema.Type &= ~JsonSchemaType.Null;
        if (IsOurs(context.JsonTypeInfo.Type) && schema.Properties is { Count: > 0 } properties)
            schema.Required = properties.Keys.ToHashSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith(nameof(KnowledgeBase), StringComparison.Ordinal) == true;
}
