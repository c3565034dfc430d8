namespace KnowledgeBase.Search;

public enum SuggestionKind
{
    Page,
    Section,
    Issue,

    /// <summary>The name of a setting, command or the like; it leads to the results for it.</summary>
    Identifier,
}

/// <summary>What a visitor who is typing may mean.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Url">Where it leads, percent-encoded.</param>
/// <param name="Kind">What it is.</param>
public sealed record Suggestion(string Text, string Url, SuggestionKind Kind);
