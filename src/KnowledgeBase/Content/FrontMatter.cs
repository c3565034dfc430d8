using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>A page file split into header and body. Immutable.</summary>
/// <param name="Values">The header's keys; empty without a header.</param>
/// <param name="Source">The file.</param>
/// <param name="BodyStart">Where the body begins in what <see cref="FrontMatterReader.TextOf"/> gives.</param>
/// <param name="BodyLine">The line of the file on which it begins, from 1.</param>
internal sealed record FrontMatter(YamlMap Values, SourceFile Source, int BodyStart, int BodyLine)
{
    /// <summary>The text below the header, with line feeds only. Made when it is asked for: most pages of a rebuild are not.</summary>
    public string Body => FrontMatterReader.TextOf(Source)[BodyStart..];
}
