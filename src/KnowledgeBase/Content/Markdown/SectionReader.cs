using System.Collections.Immutable;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Cuts a body at its headings, wherever they stand, and takes the text of what lies between.</summary>
internal sealed class SectionReader
{
    private readonly ImmutableArray<Section>.Builder _sections = ImmutableArray.CreateBuilder<Section>();
    private readonly List<Heading> _open = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _code = new();
    private readonly IEnumerator<Heading> _headings;

    private SectionReader(IEnumerable<Heading> headings) => _headings = headings.GetEnumerator();

    /// <summary>The sections in document order. The first has no title yet: a body does not know that of its page.</summary>
    /// <param name="parts">The page's own part, then those of its modules.</param>
    /// <param name="headings">Their headings in document order.</param>
    public static ImmutableArray<Section> Read(IEnumerable<BodyPart> parts, ImmutableArray<Heading> headings)
    {
        var reader = new SectionReader(headings);
        foreach (var part in parts)
            reader.Visit(part.Document);
        reader.Close();
        return reader._sections.ToImmutable();
    }

    private void Visit(Block block)
    {
        switch (block)
        {
            case HeadingBlock { Inline: not null } when _headings.MoveNext():
                Close();
                Open(_headings.Current);
                break;
            case CodeBlock code:
                foreach (var line in code.Lines.Lines.AsSpan(0, code.Lines.Count))
                    _code.Append(line.Slice.AsSpan()).Append('\n');
                break;
            case TableRow row:
                AddLine(string.Join(" · ", row.Select(cell => PlainText.Of([cell])).Where(cell => cell.Length > 0)));
                break;
            case ShortcodeBlock { Use: ShortcodeUse.Tab or ShortcodeUse.Details, Title: { } title } titled:
                AddLine(title);
                VisitAll(titled);
                break;
            case ContainerBlock container:
                VisitAll(container);
                break;
            default:
                AddLine(PlainText.Of([block]));
                break;
        }
    }

    private void VisitAll(ContainerBlock container)
    {
        foreach (var child in container)
            Visit(child);
    }

    private void AddLine(string line)
    {
        if (line.Length > 0)
            _text.Append(line).Append('\n');
    }

    private void Open(Heading heading)
    {
        _open.RemoveAll(above => above.Level >= heading.Level);
        _open.Add(heading);
    }

    private void Close()
    {
        var heading = _open.Count > 0 ? _open[^1] : null;
        _sections.Add(new Section(
            heading?.Id ?? "", heading?.Level ?? 0, heading?.Text ?? "", [.. _open.SkipLast(1).Select(above => above.Text)], Take(_text), Take(_code)));
    }

    private static byte[] Take(StringBuilder text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToString().TrimEnd('\n'));
        text.Clear();
        return bytes;
    }
}
