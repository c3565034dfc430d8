namespace KnowledgeBase.Search.Lucene;

/// <summary>A word in the form that is compared: small letters without accents, and what is left of it without endings.</summary>
/// <param name="Text">The folded word.</param>
/// <param name="Stem">Equal for forms of one word; may equal the word itself.</param>
internal sealed record Lexeme(string Text, string Stem)
{
    /// <summary>Put before a stem that differs from its word, so that both live in one field; sorts behind every word.</summary>
    public const char StemMark = '~';

    public bool HasOwnStem => !ReferenceEquals(Text, Stem);
}
