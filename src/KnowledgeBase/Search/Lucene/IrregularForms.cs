using System.Collections.Frozen;

namespace KnowledgeBase.Search.Lucene;

/// <summary>English forms that no rule of endings leads back to their word. Forms that are mostly another word (left, saw, felt, wound) are not here.</summary>
internal static class IrregularForms
{
    private static readonly FrozenDictionary<string, string> Words = FrozenDictionary.ToFrozenDictionary(
        """
        begin began begun | bind bound | bite bitten | blow blew blown | break broke broken | bring brought | build built | buy bought | catch caught
        choose chose chosen | cling clung | come came | creep crept | deal dealt | dig dug | do done did | draw drew drawn | drink drank drunk | drive drove driven
        eat ate eaten | fall fell fallen | feed fed | fight fought | find found | fly flew flown | forbid forbade forbidden | forget forgot forgotten
        freeze froze frozen | give gave given | go went gone | grow grew grown | hang hung | have had | hear heard | hide hid hidden | hold held
        keep kept | know knew known | lead led | lend lent | lose lost loss losses | make made | mean meant | meet met | pay paid | ride rode ridden
        ring rang rung | rise rose risen | run ran | say said | seek sought | sell sold | send sent | shake shook shaken | shine shone | shoot shot
        shrink shrank shrunk shrunken | sing sang sung | sink sank sunk | sleep slept | speak spoke spoken | spend spent | spin spun | steal stole stolen
        stick stuck | strike struck | swear swore sworn | sweep swept | swim swam swum | swing swung | take took taken | teach taught | tear tore torn
        tell told | think thought | throw threw thrown | understand understood | wake woke woken | wear wore worn | win won | withdraw withdrew withdrawn
        write wrote written | overwrite overwrote overwritten | rewrite rewrote rewritten | rebuild rebuilt | resend resent | undo undone undid | redo redone redid
        index indices indexes | matrix matrices | vertex vertices | appendix appendices | axis axes | analysis analyses | basis bases | crisis crises
        criterion criteria | phenomenon phenomena | datum data | medium media | schema schemata | quota quotas
        big bigger biggest | large larger largest | small smaller smallest | fast faster fastest | slow slower slowest slowly | quick quicker quickest quickly
        long longer longest | short shorter shortest | high higher highest | new newer newest newly | old older oldest | easy easier easiest | safe safer safest
        cheap cheaper cheapest | simple simpler simplest | strong stronger strongest | weak weaker weakest | wide wider widest | deep deeper deepest
        heavy heavier heaviest | early earlier earliest | late later
        """.Split('|', '\n').Select(group => group.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).SelectMany(group => group.Skip(1).Select(form => KeyValuePair.Create(form, group[0]))),
        StringComparer.Ordinal);

    /// <summary>The word that a form belongs to, null for one that is regular or unknown.</summary>
    /// <param name="form">Folded, in small letters.</param>
    public static string? BaseOf(string form) => Words.GetValueOrDefault(form);
}
