namespace KnowledgeBase.Content;

/// <summary>Addresses that belong to the site itself; a page of the content at one of them cannot be reached.</summary>
internal static class ReservedRoutes
{
    private static readonly string[] Exact = ["/issues", "/search", "/keyboard"];
    private static readonly string[] Trees = ["/troubleshoot", "/healthz", "/openapi", "/api/v1"];

    public static bool Holds(string route) =>
        Exact.Contains(route, StringComparer.OrdinalIgnoreCase)
        || Trees.Any(tree => route.Equals(tree, StringComparison.OrdinalIgnoreCase) || route.StartsWith(tree + "/", StringComparison.OrdinalIgnoreCase));
}
