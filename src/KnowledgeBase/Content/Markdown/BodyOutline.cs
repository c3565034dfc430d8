using System.Collections.Immutable;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>The blocks of a page in order, with shortcodes that only wrap resolved: what issues are extracted from.</summary>
internal sealed class BodyOutline(ImmutableArray<BodyPart> parts)
{
    /// <summary>The blocks, of the page's own file first, then of its modules.</summary>
    public IEnumerable<BodyBlock> Blocks => parts.SelectMany(part => Flatten(part.Document, part));

    /// <summary>The notes at the foot of the page: Markdig puts them behind the last block, but they belong to no section.</summary>
    public IEnumerable<BodyBlock> Footnotes => parts.SelectMany(part => part.Document.OfType<FootnoteGroup>().Select(group => new BodyBlock(group, part)));

    /// <summary>Blocks as HTML that is safe to show; blocks of several files one after the other.</summary>
    public static string Render(IEnumerable<BodyBlock> blocks) =>
        string.Concat(blocks.GroupBy(block => block.Part).Select(group => group.Key.Renderer.Render(group))).Trim();

    /// <summary>Blocks as text.</summary>
    public static string Write(IEnumerable<BodyBlock> blocks, TextStyle style) => BodyTextWriter.Write(blocks, style);

    private static IEnumerable<BodyBlock> Flatten(ContainerBlock container, BodyPart part)
    {
        foreach (var block in container.Where(block => block is not (FootnoteGroup or LinkReferenceDefinitionGroup)))
        {
            if (block is ShortcodeBlock shortcode && (shortcode.Use is ShortcodeUse.Unwrap or ShortcodeUse.Language || HoldsStructure(shortcode)))
            {
                foreach (var inner in Flatten(shortcode, part))
                    yield return inner;
            }
            else
            {
                yield return new BodyBlock(block, part);
            }
        }
    }

    /// <summary>Whether headings or labels stand inside, so that the wrapper must not hide them.</summary>
    private static bool HoldsStructure(ShortcodeBlock shortcode) =>
        shortcode.Descendants<HeadingBlock>().Any() || shortcode.OfType<ParagraphBlock>().Any(paragraph => BodyBlock.LabelOf(paragraph) is not null);
}
