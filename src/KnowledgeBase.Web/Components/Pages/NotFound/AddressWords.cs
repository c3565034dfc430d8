namespace KnowledgeBase.Web.Components.Pages.NotFound;

/// <summary>The words of a wrong address, to be looked for: names of folders are made of words, whatever stands between them.</summary>
internal static class AddressWords
{
    private const int Most = 8;
    private const int LongestWord = 40;

    public static string Of(string path)
    {
        var end = path.LastIndexOf('.');
        var named = end > path.LastIndexOf('/') ? path[..end] : path;
        var letters = string.Concat(named.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
        return string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length <= LongestWord).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most));
    }
}
