using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>What a page is about in one or two sentences: its first paragraph of prose.</summary>
internal static class Summaries
{
    private const int MaxLength = 300;

    public static string? Of(MarkdownDocument document)
    {
        foreach (var block in Prose(document))
        {
            // What follows "Affected Regions:" is an answer, not what the page is about.
            if (BodyBlock.LabelOf(block) is null or { HasColon: false, StandsAlone: false } && PlainText.Of(block.Inline) is { Length: > 0 } text)
                return Shorten(text);
        }
        return null;
    }

    /// <summary>Cuts at the end of a sentence, else of a word.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        var head = text.AsSpan(0, MaxLength);
        var sentence = head.LastIndexOf(". ");
        if (sentence >= MaxLength / 3)
            return head[..(sentence + 1)].ToString();
        var word = head.LastIndexOf(' ');
        return string.Concat(head[..(word > 0 ? word : MaxLength - 1)].TrimEnd(",;:–- "), "…");
    }

    private static IEnumerable<ParagraphBlock> Prose(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block is ParagraphBlock paragraph)
                yield return paragraph;
            else if (block is ShortcodeBlock shortcode)
                foreach (var inner in Prose(shortcode))
                    yield return inner;
        }
    }
}
