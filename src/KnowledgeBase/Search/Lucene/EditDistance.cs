namespace KnowledgeBase.Search.Lucene;

/// <summary>How many slips of the finger lie between two words: a letter missing, doubled, wrong, or two swapped (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>The distance, null where it is greater than <paramref name="limit"/>.</summary>
    public static int? Within(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return null;
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
            last[column] = column;
        for (var line = 1; line <= left.Length; line++)
        {
            row[0] = line;
            var best = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[line - 1] == right[column - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[column - 1], last[column]) + 1, last[column - 1] + cost);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                    value = Math.Min(value, before[column - 2] + 1);
                row[column] = value;
                best = Math.Min(best, value);
            }
            if (best > limit)
                return null;
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[right.Length] <= limit ? last[right.Length] : null;
    }
}
