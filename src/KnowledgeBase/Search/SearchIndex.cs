using System.Collections.Immutable;
using KnowledgeBase.Content;
using KnowledgeBase.Search.Lucene;

namespace KnowledgeBase.Search;

/// <summary>The search of one edition. Immutable; safe to share.</summary>
public sealed class SearchIndex
{
    private readonly SectionIndex _sections;
    private readonly SynonymTable _synonyms;
    private readonly RankingWeights _weights;

    private SearchIndex(SectionIndex sections, SynonymTable synonyms, RankingWeights weights) => (_sections, _synonyms, _weights) = (sections, synonyms, weights);

    /// <summary>Builds the index of a snapshot, in memory.</summary>
    public static SearchIndex Build(KnowledgeSnapshot snapshot, CancellationToken cancellationToken = default) => Build(snapshot, RankingWeights.Default, cancellationToken);

    internal static SearchIndex Build(KnowledgeSnapshot snapshot, RankingWeights weights, CancellationToken cancellationToken = default) =>
        new(IndexBuilder.Build(SearchDocument.Of(snapshot), cancellationToken), SynonymTable.Of(snapshot.Synonyms), weights);

    internal SearchIndex With(RankingWeights weights) => new(_sections, _synonyms, weights);

    internal IEnumerable<(string Url, double Score)> Rank(string text)
    {
        var plan = new QueryPlanner(_sections.Vocabulary, _synonyms, _weights).Plan(QueryText.Parse(text));
        return new Ranker(_sections, plan, _weights).Rank().Select(ranked => (_sections.Documents[ranked.Number].Url, ranked.Score));
    }
}
