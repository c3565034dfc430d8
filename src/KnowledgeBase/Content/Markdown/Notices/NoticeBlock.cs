using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>A notice: lines that begin with one to four exclamation marks and a blank, Markdown inside.</summary>
internal sealed class NoticeBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary><c>note</c>, <c>warning</c>, <c>info</c> or <c>tip</c>.</summary>
    public required string Kind { get; init; }
}
