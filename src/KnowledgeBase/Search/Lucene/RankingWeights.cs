namespace KnowledgeBase.Search.Lucene;

/// <summary>The numbers of the ranking; found by measuring, and the same for every site and every question.</summary>
internal sealed record RankingWeights
{
    public static readonly RankingWeights Default = new();

    /// <summary>How soon more occurrences of a word stop to count (the <c>k1</c> of BM25).</summary>
    public float Saturation { get; init; } = 1.6f;

    /// <summary>
    /// How much more a rare word counts than a frequent one (the exponent of BM25's idf). Below 1: in a whole sentence the rarest word is often one of
    /// everyday life that says nothing about the subject.
    /// </summary>
    public float Rarity { get; init; } = 0.65f;

    /// <summary>Another form of a word beside the word itself.</summary>
    public float Stem { get; init; } = 0.7f;

    public float Identifier { get; init; } = 1.3f;

    public float Compound { get; init; } = 0.9f;

    /// <summary>The continuation of an unfinished last word that is unknown, and of one that is a word itself.</summary>
    public float Beginning { get; init; } = 0.85f;

    public float BeginningOfWord { get; init; } = 0.75f;

    /// <summary>A neighbour of an unknown word at one slip; each further slip costs <see cref="Slip"/>.</summary>
    public float Spelling { get; init; } = 0.75f;

    public float Slip { get; init; } = 0.4f;

    /// <summary>A neighbour of a rare word.</summary>
    public float SpellingOfRare { get; init; } = 0.35f;

    /// <summary>Two ways to write the same, and words that are near in meaning.</summary>
    public float Equal { get; init; } = 0.9f;

    public float Related { get; init; } = 0.5f;

    /// <summary>A word that stands elsewhere on the page of a section.</summary>
    public float Elsewhere { get; init; } = 0.2f;

    /// <summary>How hard missing words of the question weigh: the exponent of the share that is there.</summary>
    public float Coverage { get; init; } = 0.8f;

    /// <summary>What must be covered to be a result, as a share of what the best result covers.</summary>
    public float LeastCoverage { get; init; } = 0.35f;

    /// <summary>Words of the question next to each other.</summary>
    public float Proximity { get; init; } = 0.4f;

    /// <summary>A heading that says what the question says, and no more.</summary>
    public float TitleMatch { get; init; } = 0.6f;

    public float Optional { get; init; } = 0.3f;

    public float IssueBoost { get; init; } = 1.05f;

    public float PageBoost { get; init; } = 1;
}
