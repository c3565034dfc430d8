using System.Collections.Frozen;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>
/// The raw HTML among what is being rendered. Most of it is a key to press or a part to unfold: tags without attributes that enclose what they began with,
/// and text without a bracket. There is nothing in such HTML that a sanitizer could find, and it is not put through one.
/// </summary>
internal sealed class WrittenHtml
{
    /// <summary>Elements that stand in a line of text and may stand in each other.</summary>
    private static readonly FrozenSet<string> InLine = Set("b br code del em i ins kbd mark s samp small strong sub sup u var");

    /// <summary>Elements that stand between blocks and hold others.</summary>
    private static readonly FrozenSet<string> Around = Set("details summary");

    private readonly Stack<(string Name, MarkdownObject In)> _open = new();
    private bool _isPlain = true;

    /// <summary>Whether all of it is plain and in balance.</summary>
    public bool IsPlain => _isPlain && _open.Count == 0;

    /// <summary>Adds a piece in the order of writing.</summary>
    /// <param name="token">The piece.</param>
    /// <param name="line">What has to hold an element of a line from its beginning to its end.</param>
    /// <param name="blocks">What has to hold an element between blocks; null where there are none.</param>
    public void Add(HtmlToken token, MarkdownObject? line, MarkdownObject? blocks)
    {
        if (token.Kind == HtmlTokenKind.Tag)
            _isPlain &= token.Id is null && (InLine.Contains(token.Name) ? line : Around.Contains(token.Name) ? blocks : null) is { } within && IsInBalance(token, within);
        else
            // What is no HTML is escaped when it is written.
            _isPlain &= token.Kind == HtmlTokenKind.Literal || !token.Raw.Contains('<');
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _open.Clear();
        _isPlain = true;
    }

    private bool IsInBalance(HtmlToken tag, MarkdownObject within)
    {
        if (HtmlTags.Void.Contains(tag.Name))
            return tag.Raw == $"<{tag.Name}>";
        if (tag.Raw == $"<{tag.Name}>")
        {
            _open.Push((tag.Name, within));
            return true;
        }
        return tag.Raw == $"</{tag.Name}>" && _open.TryPop(out var open) && open == (tag.Name, within);
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
