using System.Collections.Immutable;

namespace KnowledgeBase.Search.Lucene;

/// <summary>A term of the index and how well it stands for a word of the question.</summary>
internal readonly record struct WeightedTerm(string Text, float Weight);

/// <summary>The forms of one word, any of which may stand in a text.</summary>
internal sealed record WordForm(ImmutableArray<WeightedTerm> Terms)
{
    /// <summary>The word itself, and its other forms by their stem.</summary>
    public static WordForm Of(Lexeme lexeme, float stemWeight) => lexeme.HasOwnStem
        ? new WordForm([new WeightedTerm(lexeme.Text, 1), new WeightedTerm(Lexeme.StemMark + lexeme.Stem, stemWeight), new WeightedTerm(lexeme.Stem, stemWeight)])
        : new WordForm([new WeightedTerm(lexeme.Text, 1), new WeightedTerm(Lexeme.StemMark + lexeme.Text, stemWeight)]);
}

/// <summary>Why something stands for a word of the question.</summary>
internal enum AlternativeKind
{
    Word,
    Identifier,
    Compound,
    Beginning,
    Spelling,
    Synonym,
}

/// <summary>One way in which a text can say what a word of the question says.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Words">The words that must follow each other; usually one.</param>
/// <param name="Weight">How much it counts beside the word itself, 0 to 1.</param>
/// <param name="Label">For explanations.</param>
internal sealed record Alternative(AlternativeKind Kind, ImmutableArray<WordForm> Words, float Weight, string Label);

/// <summary>A word of the question with everything that may stand for it.</summary>
/// <param name="Written">The word as written.</param>
/// <param name="Lexeme">Its compared form.</param>
/// <param name="Position">Its place among the words of the question, dropped ones counted.</param>
/// <param name="IsOptional">It adds to the score where it occurs, but nothing is missed without it.</param>
/// <param name="Alternatives">The word itself first.</param>
internal sealed record Concept(string Written, Lexeme Lexeme, int Position, bool IsOptional, ImmutableArray<Alternative> Alternatives);

/// <summary>A question, ready to be looked up.</summary>
/// <param name="Concepts">What to look for.</param>
/// <param name="Phrases">Words that must follow each other somewhere in a result.</param>
/// <param name="Exclusions">Words that must not stand in a result.</param>
/// <param name="Correction">The question with its unknown words replaced by the nearest known ones; null where all are known.</param>
internal sealed record QueryPlan(ImmutableArray<Concept> Concepts, ImmutableArray<ImmutableArray<WordForm>> Phrases, ImmutableArray<ImmutableArray<WordForm>> Exclusions, string? Correction);
