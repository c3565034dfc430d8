using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Search;

/// <summary>Where results and suggestions lead, percent-encoded, so that it can be followed whatever a folder is called.</summary>
internal static class ResultAddress
{
    public static string Of(SearchHit hit) => Encoded(hit.Url);

    /// <summary>A name leads to its results, which is an address already.</summary>
    public static string Of(Suggestion suggestion) => suggestion.Kind == SuggestionKind.Identifier ? suggestion.Url : Encoded(suggestion.Url);

    private static string Encoded(string url) => url.LastIndexOf('#') is > 0 and var hash
        ? $"{Path(url[..hash])}#{Uri.EscapeDataString(url[(hash + 1)..])}"
        : Path(url);

    private static string Path(string route) => string.Join('/', route.Split('/').Select(Uri.EscapeDataString));
}
