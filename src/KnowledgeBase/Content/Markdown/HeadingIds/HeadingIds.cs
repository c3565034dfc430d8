namespace KnowledgeBase.Content.Markdown;

/// <summary>Hands out the ids of one page. Equal slugs are numbered <c>x</c>, <c>x-1</c>, <c>x-2</c>; an id that is taken is never given again.</summary>
internal sealed class HeadingIds
{
    private const string Fallback = "section";

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The id for a heading's text.</summary>
    public string Take(string text)
    {
        var slug = HeadingSlug.Of(text) is { Length: > 0 } some ? some : Fallback;
        if (_used.Add(slug))
            return slug;
        var number = _next.GetValueOrDefault(slug, 1);
        while (!_used.Add($"{slug}-{number}"))
            number++;
        _next[slug] = number + 1;
        return $"{slug}-{number}";
    }
}
