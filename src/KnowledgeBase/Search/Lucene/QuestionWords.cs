using System.Collections.Frozen;

namespace KnowledgeBase.Search.Lucene;

/// <summary>English words that carry a sentence and say nothing about its subject. They are dropped from questions, not from texts.</summary>
internal static class QuestionWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        """
        a an the this that these those some any each every either neither both all such same other another own
        i me my mine myself we us our ours ourselves you your yours yourself he him his she her hers it its itself they them their theirs one ones
        somebody someone something anybody anyone anything everybody everyone everything nobody nothing
        am is are was were be been being isnt arent wasnt werent im ive id youre weve theyre thats theres whats
        do does did doing done dont doesnt didnt have has had having havent hasnt hadnt
        can could cant cannot couldnt will would wont wouldnt shall should shouldnt may might must mustnt need needs
        what which who whom whose when where why how whether if then than because so as while until unless though although
        of in on at to for from by with without about into onto upon over under between through during before after above below
        out up off again further once here there and or but nor not no yes only just even still already yet also too very much many more most few less least
        want wants wanted like please get gets getting got give gives make makes let lets way ways thing things kind lot
        always never ever often sometimes suddenly actually really quite rather maybe perhaps
        now today soon forever anymore somehow anyway
        say says said tell tells told know knows knew known think thinks thought see sees saw seen seem seems look looks looked looking
        come comes came coming go goes went going keep keeps kept keeping try tries tried trying happen happens happened happening
        using use used via per etc
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <param name="word">Folded, without apostrophes.</param>
    public static bool Contains(string word) => Words.Contains(word);
}
