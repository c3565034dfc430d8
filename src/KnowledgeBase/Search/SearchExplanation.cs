using System.Collections.Immutable;

namespace KnowledgeBase.Search;

/// <summary>Why a result has its score: for authors who wonder about an order. Immutable.</summary>
/// <param name="Words">What each word of the question gave.</param>
/// <param name="Elsewhere">What words gave that stand elsewhere on the page.</param>
/// <param name="Coverage">The share of the question that is there, 0 to 1; missing words lower what the others gave.</param>
/// <param name="CoverageFactor">By what that lowers the sum of the words.</param>
/// <param name="TitleMatch">What the heading gave for saying just this.</param>
/// <param name="Proximity">What words next to each other gave.</param>
/// <param name="KindFactor">By what everything but proximity is raised for being a known issue or a page.</param>
public sealed record SearchExplanation(
    ImmutableArray<ExplainedWord> Words, double Elsewhere, double Coverage, double CoverageFactor, double TitleMatch, double Proximity, double KindFactor)
{
    /// <summary>The score, as the parts make it.</summary>
    public double Total => ((((Words.Sum(word => word.Score) + Elsewhere) * CoverageFactor) + TitleMatch) * KindFactor) + Proximity;
}

/// <summary>What a word of the question gave.</summary>
/// <param name="Written">The word.</param>
/// <param name="Found">What stood for it; null where nothing did.</param>
/// <param name="Reason">How that stands for it, in words.</param>
/// <param name="Fields">Where it stands; empty where it only stands elsewhere on the page.</param>
/// <param name="Score">What it gave, before coverage.</param>
public sealed record ExplainedWord(string Written, string? Found, string Reason, ImmutableArray<string> Fields, double Score);
