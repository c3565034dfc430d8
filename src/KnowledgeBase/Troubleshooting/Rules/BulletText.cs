using System.Collections.Immutable;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Troubleshooting.Rules;

/// <summary>Finds the bullet that begins with some words.</summary>
internal static class BulletText
{
    /// <summary>The solutions whose text begins with the words; one, if the author was lucky.</summary>
    public static ImmutableArray<Solution> Find(ImmutableArray<Solution> solutions, string words)
    {
        var plain = Plain(words);
        return [.. solutions.Where(solution => Plain(solution.Content.Text).StartsWith(plain, StringComparison.Ordinal))];
    }

    /// <summary>Whether a text holds the words where a sentence begins.</summary>
    public static bool HasSentence(string text, string words)
    {
        var (plain, sought) = (Plain(text), Plain(words));
        for (var at = plain.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(sought, at + 1, StringComparison.Ordinal))
            if (at < 2 || plain[at - 2] is '.' or '!' or '?' or ':')
                return true;
        return false;
    }

    /// <summary>Without the marks of Markdown and with one blank for every break, as a page's text is compared with what an author has copied.</summary>
    private static string Plain(string text) => string.Join(' ', text.Replace("`", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
