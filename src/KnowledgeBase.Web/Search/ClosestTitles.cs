using System.Collections.Immutable;
using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Search;

/// <summary>Titles that may help somebody who found nothing: those like the whole question, then those like one of its words.</summary>
internal static class ClosestTitles
{
    private const int Most = 5;

    /// <summary>Words that are tried; a long question has its subject early.</summary>
    private const int MostWords = 8;

    /// <summary>Shorter words begin too many titles.</summary>
    private const int ShortestWord = 3;

    public static ImmutableArray<Suggestion> Of(SearchIndex index, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord).Take(MostWords);
        return
        [
            .. words.Prepend(text).SelectMany(word => index.Suggest(word, Most)).Where(title => title.Kind != SuggestionKind.Identifier)
                .DistinctBy(title => title.Url, StringComparer.Ordinal).Take(Most),
        ];
    }
}
