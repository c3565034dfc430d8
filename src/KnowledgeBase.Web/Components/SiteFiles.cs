using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace KnowledgeBase.Web.Components;

/// <summary>
/// Where the site's own files stand under names that change with their content, so that browsers keep them for good and never ask. Safe to share.
/// </summary>
internal sealed class SiteFiles(EndpointDataSource endpoints)
{
    private const string PlainName = "label";

    // The endpoints are complete when the first page is made.
    private readonly Lazy<FrozenDictionary<string, string>> _addresses = new(() => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>()
        .SelectMany(file => file.Properties.Where(property => property.Name == PlainName).Select(property => (Name: property.Value, file.Route)))
        .DistinctBy(file => file.Name, StringComparer.Ordinal).ToFrozenDictionary(file => file.Name, file => "/" + file.Route, StringComparer.Ordinal));

    /// <summary>The address of a file such as <c>site.css</c>; its plain one where it has no other.</summary>
    public string AddressOf(string name) => _addresses.Value.GetValueOrDefault(name) ?? "/" + name;
}
