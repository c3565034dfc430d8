namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>The name that an author may have meant.</summary>
internal static class NearName
{
    private const int MaxLength = 64;

    /// <summary><c> — did you mean 'x'?</c>, empty where no name is near.</summary>
    public static string Hint(string written, IEnumerable<string> names) => Of(written, names) is { } near ? $" — did you mean '{near}'?" : "";

    /// <summary>The nearest of some names, null where none is near: at most a third of the letters may differ.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        if (written.Length is 0 or > MaxLength)
            return null;
        var nearest = names.Where(name => name.Length <= MaxLength).Select(name => (Name: name, Distance: Between(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, Math.Max(written.Length, nearest.Name.Length) / 3) ? nearest.Name : null;
    }

    /// <summary>Letters to type, delete or exchange to make one word of the other.</summary>
    private static int Between(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        var row = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
                row[j] = Math.Min(above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
            (above, row) = (row, above);
        }
        return above[right.Length];
    }
}
