using System.Collections.Immutable;
using System.Text;

namespace KnowledgeBase.Content;

/// <summary>
/// What stands between one heading of a page and the next: the unit that search finds. The first section of a page is what stands before its first
/// heading, with an empty anchor. Immutable.
/// </summary>
/// <param name="Anchor">The heading's id; empty for the first section.</param>
/// <param name="Level">The heading's level, 1 to 6; 0 for the first section.</param>
/// <param name="Title">The heading's text; the page's title for the first section.</param>
/// <param name="Above">The headings that it stands under, outermost first; the page's title is not one of them.</param>
/// <param name="Utf8Text">Prose as read aloud, inline code included; a line for each paragraph, list item or table row. UTF-8, because a large site holds much of it.</param>
/// <param name="Utf8Code">Code blocks as written, UTF-8.</param>
public sealed record Section(string Anchor, int Level, string Title, ImmutableArray<string> Above, ReadOnlyMemory<byte> Utf8Text, ReadOnlyMemory<byte> Utf8Code)
{
    public string Text => Encoding.UTF8.GetString(Utf8Text.Span);

    public string Code => Encoding.UTF8.GetString(Utf8Code.Span);
}
