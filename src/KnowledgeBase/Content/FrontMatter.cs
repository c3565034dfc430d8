using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>A page file split into header and body. Immutable.</summary>
/// <param name="Values">The header's keys; empty without a header.</param>
/// <param name="Body">The text below the header, with line feeds only.</param>
/// <param name="BodyLine">The line of the file on which <paramref name="Body"/> begins, from 1.</param>
internal sealed record FrontMatter(YamlMap Values, string Body, int BodyLine);
