namespace KnowledgeBase.Content.Markdown;

/// <summary>For whom a body is written as text.</summary>
internal enum TextStyle
{
    /// <summary>Clean Markdown without front matter, shortcodes and raw HTML: for programs that read pages.</summary>
    Markdown,

    /// <summary>No marks at all, code lines as they are: for a ticket or an e-mail.</summary>
    Plain,
}
