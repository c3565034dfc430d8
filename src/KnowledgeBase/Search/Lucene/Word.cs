namespace KnowledgeBase.Search.Lucene;

internal enum WordKind
{
    /// <summary>A word, or a part of a longer chunk.</summary>
    Plain,

    /// <summary>The parts of a hyphenated or camel-case chunk written together; at the position of its last part.</summary>
    Joined,

    /// <summary>A whole identifier, its parts joined by dots; at the position of its last part.</summary>
    Identifier,
}

/// <summary>A word found in a text.</summary>
/// <param name="Lexeme">Its compared form.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Position">Its number among the plain words of the text.</param>
/// <param name="Parts">How many plain words it spans.</param>
internal readonly record struct Word(Lexeme Lexeme, WordKind Kind, int Start, int End, int Position, int Parts);
