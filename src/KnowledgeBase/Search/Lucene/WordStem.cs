using Lucene.Net.Tartarus.Snowball.Ext;

namespace KnowledgeBase.Search.Lucene;

/// <summary>English without endings (Porter's second stemmer), after irregular forms became regular ones and British spellings American ones.</summary>
internal static class WordStem
{
    [ThreadStatic]
    private static EnglishStemmer? s_stemmer;

    /// <param name="word">Folded, in small letters.</param>
    public static string Of(string word)
    {
        if (word.Length < 3 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;
        var stemmer = s_stemmer ??= new EnglishStemmer();
        stemmer.SetCurrent(IrregularForms.BaseOf(word) ?? American(word));
        stemmer.Stem();
        var stem = stemmer.Current;
        // labelled and labeled, cancelling and canceling.
        return stem.Length > 4 && stem.EndsWith("ll", StringComparison.Ordinal) ? stem[..^1] : stem;
    }

    private static readonly (string British, string American)[] Endings =
    [
        ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"),
        ("yse", "yze"), ("ysed", "yzed"), ("yses", "yzes"), ("ysing", "yzing"),
        ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("oural", "oral"), ("ourite", "orite"),
        ("tre", "ter"), ("tres", "ters"), ("ogue", "og"), ("ogues", "ogs"),
    ];

    /// <summary>A rule of thumb: it may change words that are the same in both (advise, four), but then in texts and questions alike.</summary>
    private static string American(string word)
    {
        if (word.StartsWith("grey", StringComparison.Ordinal))
            return string.Concat("gray", word.AsSpan(4));
        foreach (var (british, american) in Endings)
        {
            if (word.Length > british.Length + 2 && word.EndsWith(british, StringComparison.Ordinal))
                return string.Concat(word.AsSpan(0, word.Length - british.Length), american);
        }
        return word;
    }
}
