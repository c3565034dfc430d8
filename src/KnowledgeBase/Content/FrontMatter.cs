using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>A page file split into header and body. Immutable.</summary>
/// <param name="Values">The header's keys; empty without a header.</param>
/// <param name="Text">The file with line feeds only.</param>
/// <param name="BodyStart">Where in <paramref name="Text"/> the body begins.</param>
/// <param name="BodyLine">The line of the file on which it begins, from 1.</param>
internal sealed record FrontMatter(YamlMap Values, string Text, int BodyStart, int BodyLine)
{
    /// <summary>The text below the header. Cut out when it is asked for: most pages of a rebuild are not.</summary>
    public string Body => Text[BodyStart..];
}
