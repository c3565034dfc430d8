using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;

namespace KnowledgeBase.Web.Troubleshooting;

/// <summary>A query as it is written: every pair in its order, keys with their capitals. The framework's own reading joins keys that differ in capitals.</summary>
internal static class QueryPairs
{
    public static ImmutableArray<KeyValuePair<string, string>> Of(HttpRequest request) => Of(request.QueryString.Value);

    /// <param name="query">With its question mark or without; null for none.</param>
    public static ImmutableArray<KeyValuePair<string, string>> Of(string? query)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query))
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return pairs.ToImmutable();
    }
}
