using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// Shortcodes inside a line: known tags are not shown, what they enclose is, unless it is for another language. Unknown ones are text, and so is a tag
/// without its partner, because <c>[mark]</c> in a sentence is most often just that.
/// </summary>
internal sealed class ShortcodeInlineParser : InlineParser
{
    public ShortcodeInlineParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (ShortcodeTag.Read(slice.AsSpan()) is not { } tag || ShortcodeNames.UseOf(tag.Name) is not { } use || slice.PeekChar(tag.Length) == '(')
            return false;
        if (tag.IsClosing)
            return HasOpening(slice, tag.Name) && Skip(ref slice, tag.Length);
        if (tag.IsSelfClosing || use == ShortcodeUse.Drop)
            return (tag.IsSelfClosing || !tag.Attributes.IsEmpty) && Skip(ref slice, tag.Length);
        var context = (BodyContext)processor.Context!;
        var closing = context.HasClosing(tag.Name, 0) ? Near(slice.AsSpan()).IndexOf($"[/{tag.Name}]") : -1;
        if (closing < 0)
            return false;
        if (use == ShortcodeUse.Code)
            return MatchCode(processor, ref slice, tag, closing);
        var isHidden = use == ShortcodeUse.Language && !context.IsShown(tag[""] ?? "");
        return Skip(ref slice, isHidden ? closing + tag.Name.Length + 3 : tag.Length);
    }

    private static bool Skip(ref StringSlice slice, int length)
    {
        slice.Start += length;
        return true;
    }

    private static bool HasOpening(StringSlice slice, string name) =>
        slice.Start > 0 && slice.Text.AsSpan(Math.Max(slice.Start - Reach, 0)..slice.Start).LastIndexOf($"[{name}") >= 0;

    // Partners farther apart than this are not in one sentence; without a bound, many openings and one closing would cost the square of their number.
    private const int Reach = 5000;

    private static ReadOnlySpan<char> Near(ReadOnlySpan<char> text) => text.Length > Reach ? text[..Reach] : text;

    private static bool MatchCode(InlineProcessor processor, ref StringSlice slice, ShortcodeTag tag, int closing)
    {
        var code = slice.AsSpan()[tag.Length..closing].Trim().ToString();
        processor.Inline = new CodeInline(code)
        {
            Delimiter = '`',
            DelimiterCount = 1,
            Span = new Markdig.Syntax.SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), slice.Start + closing),
            Line = line,
            Column = column,
        };
        slice.Start += closing + tag.Name.Length + 3;
        return true;
    }
}
