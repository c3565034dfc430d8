namespace KnowledgeBase.Web.Components.Pages.NotFound;

/// <summary>The words of a wrong address, to be looked for: names of folders are made of words, whatever stands between them.</summary>
internal static class AddressWords
{
    private const int Most = 8;
    private const int LongestWord = 40;
    private const int LongestExtension = 5;

    public static string Of(string path)
    {
        var dot = path.LastIndexOf('.');
        var named = dot > path.LastIndexOf('/') && path.Length - dot - 1 <= LongestExtension && path[(dot + 1)..].All(char.IsLetter) ? path[..dot] : path;
        var letters = string.Concat(named.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
        return string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length <= LongestWord).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most));
    }
}
