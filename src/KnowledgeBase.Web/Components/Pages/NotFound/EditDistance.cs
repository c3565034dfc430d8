namespace KnowledgeBase.Web.Components.Pages.NotFound;

/// <summary>How many letters must be typed, deleted or exchanged to make one word of another (Levenshtein).</summary>
internal static class EditDistance
{
    public static int Between(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        var row = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var exchange = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(exchange, Math.Min(above[j], row[j - 1]) + 1);
            }
            (above, row) = (row, above);
        }
        return above[right.Length];
    }
}
