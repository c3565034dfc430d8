using KnowledgeBase.Diagnostics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Twig on pages that ask for it: <c>{{ x }}</c> is shown as code, <c>{% … %}</c> and <c>{# … #}</c> are left out. Nothing is ever evaluated.</summary>
internal sealed class TwigInlineParser : InlineParser
{
    public TwigInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var closing = slice.PeekChar() switch { '{' => "}}", '%' => "%}", '#' => "#}", _ => null };
        if (closing is null)
            return false;
        var end = slice.AsSpan()[2..].IndexOf(closing);
        if (end < 0)
            return false;
        var context = (BodyContext)processor.Context!;
        var isShown = closing == "}}";
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        context.Log.Add(DiagnosticCodes.TwigNotRun, context.At(line, column), isShown ? "A Twig expression is shown as text" : "A Twig tag is left out");
        var length = end + 4;
        if (isShown)
        {
            processor.Inline = new CodeInline(slice.AsSpan()[..length].ToString())
            {
                Delimiter = '`',
                DelimiterCount = 1,
                Span = new SourceSpan(start, start + length - 1),
                Line = line,
                Column = column,
            };
        }
        slice.Start += length;
        return true;
    }
}
