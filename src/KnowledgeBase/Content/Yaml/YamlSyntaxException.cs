namespace KnowledgeBase.Content.Yaml;

/// <summary>Text that is not YAML. Caught by the two readers of author's YAML, which make a diagnostic of it.</summary>
/// <param name="message">What is wrong, one sentence without a full stop.</param>
/// <param name="line">Line in the file, from 1.</param>
/// <param name="column">Column, from 1.</param>
internal sealed class YamlSyntaxException(string message, int line, int column) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
