using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Components;

// Of the search.
internal static partial class Words
{
    public const string SearchFor = "Search for {0}";
    public const string DidYouMean = "Did you mean {0}?";
    public const string SearchStart = "Type what you see or what you look for: a symptom, an error message, the name of a setting.";
    public const string PartsOfSite = "Parts of this site";
    public const string Kind = "Kind";
    public const string Part = "Part";
    public const string FilterResults = "Filter results";
    public const string PagesOfResults = "Pages of results";
    public const string NoResults = "Search: no results";
    public const string NoResultFits = "Something was found for {0}, but nothing that fits all of these filters. Take one away, or see them all:";
    public const string WithoutSearchFilters = "All results, without filters";
    public const string NothingFoundAdvice = "Try fewer or other words, or go on from here.";
    public const string NoWordInIt = "There is no word or number in it that could be looked for.";
    public const string ClosestTitles = "The closest titles";
    public const string NotAmongThese = "Not among these?";
    public const string OtherWords = "Other words may find more: what you see, rather than what you think the cause is.";

    public static string SearchTitle(string words) => $"{words} – {Search}";

    public static string Results(int total) => $"{Search}: {Count(total, "result", "results")}";

    public static string ResultsFor(string words) => $"for {Quoted(words)}.";

    public static string NothingFoundFor(string words) => $"Nothing found for {Quoted(words)}";

    public static string ResultRange(int first, int last, int all) => $"Results {first} to {last} of {all}";

    public static string NameOf(SearchKind kind) => kind switch
    {
        SearchKind.Page => Page,
        SearchKind.Section => "Section",
        _ => "Known issue",
    };

    public static string NamesOf(SearchKind kind) => kind switch
    {
        SearchKind.Page => "Pages",
        SearchKind.Section => "Sections",
        _ => KnownIssues,
    };

    /// <summary>What a suggestion is that leads to results.</summary>
    public const string Identifier = "Results";

    /// <summary>What a result is and where it stands; at the top of the site it stands nowhere.</summary>
    public static string ResultIn(SearchKind kind, IEnumerable<string> trail) => string.Join(" › ", trail) is { Length: > 0 } place ? $"{NameOf(kind)} in {place}" : NameOf(kind);

    /// <summary>Long words are shortened where they only remind of the question.</summary>
    public static string Shortened(string words) => words.Length <= 120 ? words : words[..(char.IsHighSurrogate(words[118]) ? 118 : 119)] + "…";

    public static string PartFilter(string part) => $"Part {part}";
}
