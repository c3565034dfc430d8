using System.Collections.Frozen;
using System.Text;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// The id that Grav's page-toc plug-in gives a heading: letters are transliterated, everything else becomes one hyphen. Existing deep links depend on
/// it, so it differs from GitHub's on purpose: <c>Won't</c> is <c>won-t</c>, <c>snake_case</c> is <c>snake-case</c>.
/// </summary>
internal static class HeadingSlug
{
    private static readonly FrozenDictionary<char, string> Letters = MakeLetters();

    /// <summary>The slug of a heading's text, empty where nothing of it can be transliterated.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var (written, used) = Transliterate(text, index);
            index += used - 1;
            foreach (var letter in written)
                Append(slug, letter);
        }
        return slug.ToString().Trim('-');
    }

    private static void Append(StringBuilder slug, char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter))
            slug.Append(char.ToLowerInvariant(letter));
        else if (letter != Nothing && slug.Length > 0 && slug[^1] != '-')
            slug.Append('-');
    }

    /// <summary>Stands for a letter that leaves no trace, such as the soft sign.</summary>
    private const char Nothing = '\0';

    /// <summary>What a letter becomes, and how many characters it takes: combining marks belong to the letter before them.</summary>
    private static (string Written, int Used) Transliterate(string text, int index)
    {
        var letter = text[index];
        if (index + 1 < text.Length)
        {
            var pair = (char.ToLowerInvariant(letter), text[index + 1]);
            switch (pair)
            {
                case ('a', '\u0308'): return ("ae", 2);
                case ('o', '\u0308'): return ("oe", 2);
                case ('u', '\u0308'): return ("ue", 2);
                case ('a', '\u030A'): return ("aa", 2);
                case ('ο', 'υ'): return ("ou", 2);
                case ('ε', 'ι') or ('ο', 'ι'): return ("i", 2);
            }
        }
        if (letter is >= '\u0300' and <= '\u036F' && index > 0 && char.IsLetter(text[index - 1]))
            return (Nothing.ToString(), 1);
        return (Letters.TryGetValue(letter, out var known) ? known : letter.ToString(), 1);
    }

    private static FrozenDictionary<char, string> MakeLetters()
    {
        var letters = new Dictionary<char, string>();
        foreach (var (written, from) in Alphabet)
        {
            foreach (var letter in from)
            {
                letters[letter] = written;
                letters.TryAdd(char.ToUpperInvariant(letter), written);
            }
        }
        for (var digit = 0; digit <= 9; digit++)
        {
            letters["⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]] = digit.ToString();
            letters["₀₁₂₃₄₅₆₇₈₉"[digit]] = digit.ToString();
        }
        return letters.ToFrozenDictionary();
    }

    // The table of the plug-in's transliteration, content/format §13.4: special letters first, then letters that only lose their marks.
    private static (string Written, string From)[] Alphabet =>
    [
        ("ae", "äæǽ"), ("oe", "öøœ"), ("ue", "ü"), ("ss", "ßẞ"), ("aa", "å"), ("th", "þθ"), ("dj", "ð"), ("d", "đďд"), ("h", "ħĥх"), ("i", "ıìíîïĩīĭįİǐи"),
        ("ij", "ĳ"), ("l", "łŀĺļľл"), ("n", "ŉñńņňн"), ("t", "ŧţťт"), ("s", "ſśŝşšс"), ("f", "ƒф"), ("at", "@"), ("c", "©çćĉċčц"), ("a", "ªàáâãāăąǎа"),
        ("o", "ºòóôõōŏőơǒо"), ("0", "°"), ("e", "èéêëēĕėęěеэёѐ"), ("g", "ĝğġģгѓґ"), ("j", "ĵ"), ("k", "ķкќ"), ("r", "ŕŗřр"), ("u", "ùúûũūŭůűųưǔǖǘǚǜуў"),
        ("w", "ŵ"), ("y", "ýÿŷйы"), ("z", "źżžз"), ("b", "б"), ("v", "в"), ("m", "м"), ("p", "п"), ("zh", "ж"), ("ch", "ч"), ("sh", "ш"), ("shch", "щ"),
        ("yu", "ю"), ("ya", "я"), ("ji", "ї"), ("ye", "є"), ("i", "іѝ"), ("\0", "ъь"),
        ("a", "αά"), ("b", "ϐ"), ("v", "β"), ("g", "γ"), ("d", "δ"), ("e", "εέ"), ("z", "ζ"), ("i", "ηήιίϊΐυύϋΰ"), ("k", "κ"), ("l", "λ"), ("m", "μ"), ("n", "ν"),
        ("x", "ξ"), ("o", "οόωώ"), ("p", "π"), ("r", "ρ"), ("s", "σς"), ("t", "τ"), ("f", "φ"), ("ch", "χ"), ("ps", "ψ"),
    ];
}
