using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Search;

/// <summary>What addresses and the API call the kinds of results.</summary>
internal static class SearchWords
{
    public static string NameOf(SearchKind kind) => kind switch
    {
        SearchKind.Page => "page",
        SearchKind.Section => "section",
        _ => "issue",
    };

    public static string NameOf(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Page => "page",
        SuggestionKind.Section => "section",
        SuggestionKind.Issue => "issue",
        _ => "identifier",
    };

    /// <summary>The kind of a word of the contract, null for any other word.</summary>
    public static SearchKind? KindOf(string word) => word.ToLowerInvariant() switch
    {
        "page" => SearchKind.Page,
        "section" => SearchKind.Section,
        "issue" => SearchKind.Issue,
        _ => null,
    };
}
