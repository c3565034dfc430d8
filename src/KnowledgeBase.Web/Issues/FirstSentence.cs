using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Issues;

/// <summary>The first sentence of a text, for places with room for one.</summary>
internal static partial class FirstSentence
{
    private const int Longest = 240;

    /// <summary>Ends with the sentence, or with an ellipsis at a word where the sentence is too long.</summary>
    public static string Of(string text)
    {
        var end = End().Match(text) is { Success: true } match ? match.Index + match.Length : text.Length;
        if (end <= Longest)
            return text[..end];
        var word = text.LastIndexOf(' ', Longest - 1);
        var cut = word > 0 ? word : Longest - 1;
        return text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)].TrimEnd(',', ';', ':', '–', '-', ' ') + "…";
    }

    /// <summary>A mark after a whole word and before a capital or digit: "e.g. x" and "No. 5" go on.</summary>
    [GeneratedRegex(@"(?<!\b(?:e\.g|i\.e|etc|cf|vs|approx|resp|No|Nr|z\.B|bzw|ca))[.!?]+[)”""']?(?=\s+[^\s\p{Ll}])")]
    private static partial Regex End();
}
