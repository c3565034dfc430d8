using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Writes a parsed body as text again, block by block, with links resolved and everything that only Grav understands resolved or left out.</summary>
internal sealed partial class BodyTextWriter(TextStyle style)
{
    private readonly InlineTextWriter _inlines = new(style);
    private readonly StringBuilder _text = new();
    private string _indent = "";
    private bool _needsBlankLine;
    private bool _isTight;

    /// <summary>The text of a whole body, ending with one line feed; empty for nothing.</summary>
    public static string Write(MarkdownDocument document, TextStyle style)
    {
        var writer = new BodyTextWriter(style);
        writer.WriteChildren(document);
        return writer.Text;
    }

    /// <summary>The same for some blocks.</summary>
    public static string Write(IEnumerable<BodyBlock> blocks, TextStyle style)
    {
        var writer = new BodyTextWriter(style);
        foreach (var block in blocks)
            block.Write(writer);
        return writer.Text;
    }

    private string Text => _text.ToString().Trim('\n') is { Length: > 0 } text ? text + "\n" : "";

    private bool IsMarkdown => style == TextStyle.Markdown;

    public void Write(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                WriteParagraph((IsMarkdown ? new string('#', heading.Level) + " " : "") + _inlines.Write(heading.Inline));
                break;
            case HtmlBlock html:
                WriteParagraph(PlainText.Of([html]));
                break;
            case CodeBlock code:
                WriteCode(code);
                break;
            case ThematicBreakBlock:
                WriteParagraph("---");
                break;
            case LeafBlock { Inline: { } inline }:
                WriteParagraph(Escape(_inlines.Write(inline)));
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case QuoteBlock quote:
                WriteIndented("> ", quote);
                break;
            case NoticeBlock notice:
                WriteNotice(notice);
                break;
            case Table table:
                WriteTable(table);
                break;
            case DefinitionList definitions:
                WriteDefinitions(definitions);
                break;
            case FootnoteGroup footnotes:
                foreach (var footnote in footnotes.OfType<Footnote>())
                    WriteItem($"[^{footnote.Order.ToString(CultureInfo.InvariantCulture)}]: ", footnote);
                break;
            case ShortcodeBlock { Use: ShortcodeUse.Tab or ShortcodeUse.Details, Title: { Length: > 0 } title } titled:
                WriteParagraph(IsMarkdown ? $"**{title}**" : title);
                WriteChildren(titled);
                break;
            case ContainerBlock container:
                WriteChildren(container);
                break;
        }
    }

    private void WriteChildren(ContainerBlock container)
    {
        foreach (var child in container)
            Write(child);
    }

    /// <summary>Writes an inline and what follows it as a paragraph.</summary>
    public void WriteParagraph(Inline first) => WriteParagraph(_inlines.WriteFrom(first));

    /// <summary>Text that would begin a block at the start of a line gets a backslash.</summary>
    private string Escape(string text) => IsMarkdown ? BlockStart().Replace(text, "\\$0") : text;

    [GeneratedRegex(@"(?<=^ *)(?:#{1,6}(?=\s|$)|[-+>](?=\s|$)|!{1,4}(?=\s)|=+$|-{2,}$|~{3}|\|)|(?<=^ *\d{1,9})[.)](?=\s|$)", RegexOptions.Multiline)]
    private static partial Regex BlockStart();

    private void WriteParagraph(string text)
    {
        if (text.Length == 0)
            return;
        BeginBlock();
        foreach (var line in text.Split('\n'))
            WriteLine(line);
        _needsBlankLine = true;
    }

    private void BeginBlock()
    {
        if (_needsBlankLine && !_isTight)
            _text.Append(_indent.TrimEnd()).Append('\n');
        _needsBlankLine = false;
    }

    private void WriteLine(string line) => _text.Append(line.Length == 0 ? _indent.TrimEnd() : _indent + line).Append('\n');

    private void WriteCode(CodeBlock code)
    {
        var text = code.Lines.ToString().TrimEnd('\n');
        var lines = text.Split('\n');
        BeginBlock();
        if (IsMarkdown)
        {
            var fence = new string('`', Math.Max(3, CodeFence.LongestRun(text) + 1));
            WriteLine(fence + CodeLanguage.Of((code as FencedCodeBlock)?.Info).Name);
            foreach (var line in lines)
                WriteLine(line);
            WriteLine(fence);
        }
        else
        {
            foreach (var line in lines)
                WriteLine("    " + line);
        }
        _needsBlankLine = true;
    }

    private void WriteList(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        BeginBlock();
        var wasTight = _isTight;
        _isTight = !list.IsLoose;
        foreach (var item in list)
            WriteItem(list.IsOrdered ? $"{(number++).ToString(CultureInfo.InvariantCulture)}. " : "- ", (ContainerBlock)item);
        _isTight = wasTight;
        _needsBlankLine = true;
    }

    private void WriteItem(string marker, IEnumerable<Block> content)
    {
        BeginBlock();
        var (at, outer) = (_text.Length, _indent);
        _indent = outer + new string(' ', marker.Length);
        foreach (var block in content)
            Write(block);
        _indent = outer;
        // The marker takes the place of the first line's indentation.
        if (_text.Length >= at + outer.Length + marker.Length && _text.Length > at)
            _text.Remove(at + outer.Length, marker.Length).Insert(at + outer.Length, marker);
        else
            WriteLine(marker.TrimEnd());
    }

    private void WriteIndented(string marker, ContainerBlock container)
    {
        BeginBlock();
        var outer = _indent;
        _indent = outer + marker;
        WriteChildren(container);
        _indent = outer;
        _needsBlankLine = true;
    }

    private void WriteNotice(NoticeBlock notice)
    {
        var word = BodyWords.Notice(notice.Kind);
        BeginBlock();
        var outer = _indent;
        _indent = outer + (IsMarkdown ? "> " : "");
        WriteLine(IsMarkdown ? $"**{word}**" : word + ":");
        _needsBlankLine = IsMarkdown;
        WriteChildren(notice);
        _indent = outer;
        _needsBlankLine = true;
    }

    private void WriteTable(Table table)
    {
        BeginBlock();
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => _inlines.Write(leaf.Inline).Replace('\n', ' ')))).ToList();
            WriteLine(IsMarkdown ? $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |" : string.Join("  ", cells));
            if (row.IsHeader && IsMarkdown)
                WriteLine("|" + string.Concat(Enumerable.Repeat(" --- |", cells.Count)));
        }
        _needsBlankLine = true;
    }

    private void WriteDefinitions(DefinitionList definitions)
    {
        foreach (var item in definitions.OfType<DefinitionItem>())
        {
            foreach (var block in item)
            {
                if (block is DefinitionTerm term)
                    WriteParagraph(_inlines.Write(term.Inline));
                else
                    WriteItem(IsMarkdown ? ":   " : "    ", [block]);
                _needsBlankLine = false;
            }
            _needsBlankLine = true;
        }
    }
}
