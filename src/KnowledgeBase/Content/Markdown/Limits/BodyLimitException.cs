namespace KnowledgeBase.Content.Markdown;

/// <summary>A body beyond a bound; caught by <see cref="BodyCompiler"/>, which shows the source instead.</summary>
/// <param name="message">The reason, a part of a sentence.</param>
internal sealed class BodyLimitException(string message) : Exception(message);
