using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Markdown;

/// <summary>A shortcode around blocks of Markdown.</summary>
internal sealed class ShortcodeBlock(BlockParser parser) : ContainerBlock(parser)
{
    public required ShortcodeTag Tag { get; init; }

    public required ShortcodeUse Use { get; init; }

    /// <summary>The closing tag stood at the end of a line of content; the next line is outside.</summary>
    public bool EndsHere { get; set; }

    /// <summary>Names a tab on its page.</summary>
    public string Id { get; set; } = "";

    public string? Title => Tag["title"] ?? Tag["summary"] ?? Tag[""];
}

/// <summary>A shortcode whose content is code.</summary>
internal sealed class ShortcodeCodeBlock(BlockParser parser) : FencedCodeBlock(parser)
{
    public required string Name { get; init; }
}
