using System.Collections.Immutable;
using KnowledgeBase.Search.Lucene;

namespace KnowledgeBase.Search;

/// <summary>The search of one edition: sections and known issues, in memory. Immutable; safe to share.</summary>
public sealed class SearchIndex
{
    private readonly SectionIndex _sections;
    private readonly SynonymTable _synonyms;
    private readonly SuggestionList _suggestions;
    private readonly RankingWeights _weights;

    private SearchIndex(SectionIndex sections, SynonymTable synonyms, SuggestionList suggestions, RankingWeights weights) =>
        (_sections, _synonyms, _suggestions, _weights) = (sections, synonyms, suggestions, weights);

    /// <summary>Builds the index of a snapshot.</summary>
    public static SearchIndex Build(KnowledgeSnapshot snapshot, CancellationToken cancellationToken = default) => Build(snapshot, [], cancellationToken);

    /// <summary>
    /// The index of the edition that follows: the same as <see cref="Build(KnowledgeSnapshot, CancellationToken)"/> makes, sooner, because what says the same as
    /// in this edition is not read again.
    /// </summary>
    public SearchIndex Next(KnowledgeSnapshot snapshot, CancellationToken cancellationToken = default) => Build(snapshot, _sections.Parts, cancellationToken);

    private static SearchIndex Build(KnowledgeSnapshot snapshot, ImmutableArray<IndexPart> before, CancellationToken cancellationToken)
    {
        var sections = IndexBuilder.Build(SearchDocument.Of(snapshot), before, cancellationToken);
        return new SearchIndex(sections, SynonymTable.Of([.. snapshot.Synonyms, .. sections.Abbreviations]), SuggestionList.Of(sections), RankingWeights.Default);
    }

    /// <summary>Finds what a visitor asks for. Every text has an answer, if only an empty one; equal questions have equal answers.</summary>
    public SearchResults Search(SearchQuery query)
    {
        var plan = Plan(query.Text);
        if (plan.Concepts.IsEmpty)
            return new SearchResults { Total = 0, Hits = [], Correction = null, Facets = [] };
        var filter = new SearchFilter(query, _sections.Facets);
        using var ranker = new Ranker(_sections, plan, _weights);
        var answers = ranker.Score();
        var facets = query.CountsFacets ? filter.Count(answers.Items) : [];
        filter.Narrow(answers);
        var cutter = new SnippetCutter(plan);
        var hits = Page(ranker.Best(answers, End(query)), query).Select(ranked => HitOf(ranked, cutter));
        return new SearchResults { Total = answers.Count, Hits = [.. hits], Correction = plan.Correction, Facets = facets };
    }

    /// <summary>The same hits, each with the reasons for its score.</summary>
    public ImmutableArray<(SearchHit Hit, SearchExplanation Explanation)> Explain(SearchQuery query)
    {
        var plan = Plan(query.Text);
        if (plan.Concepts.IsEmpty)
            return [];
        var filter = new SearchFilter(query, _sections.Facets);
        using var first = new Ranker(_sections, plan, _weights);
        var trace = new ScoreTrace(Best(first).Select(ranked => ranked.Number));
        using var ranker = new Ranker(_sections, plan, _weights) { Trace = trace };
        var cutter = new SnippetCutter(plan);
        return [.. Page(Best(ranker), query).Select(ranked => (HitOf(ranked, cutter), trace.Of(ranked, plan, _sections)))];

        List<RankedDocument> Best(Ranker ranker)
        {
            var answers = ranker.Score();
            filter.Narrow(answers);
            return ranker.Best(answers, End(query));
        }
    }

    /// <summary>What a visitor who is typing may mean: titles, issues and names, best first.</summary>
    /// <param name="text">What stands in the field; its last word may be unfinished.</param>
    /// <param name="limit">At most so many, 1 to <see cref="SearchQuery.MaxLimit"/>.</param>
    public ImmutableArray<Suggestion> Suggest(string text, int limit) => _suggestions.For(text, Math.Clamp(limit, 1, SearchQuery.MaxLimit));

    /// <summary>The same index with other numbers in the ranking; for measuring.</summary>
    internal SearchIndex With(RankingWeights weights) => new(_sections, _synonyms, _suggestions, weights);

    private QueryPlan Plan(string text) => new QueryPlanner(_sections.Vocabulary, _synonyms, _weights).Plan(QueryText.Parse(text));

    private static int End(SearchQuery query) => Math.Clamp(query.From, 0, SearchQuery.MaxFrom) + Math.Clamp(query.Limit, 1, SearchQuery.MaxLimit);

    private static IEnumerable<RankedDocument> Page(List<RankedDocument> ranked, SearchQuery query) => ranked.Take(End(query)).Skip(Math.Clamp(query.From, 0, SearchQuery.MaxFrom));

    private SearchHit HitOf(RankedDocument ranked, SnippetCutter cutter)
    {
        var document = _sections.Documents[ranked.Number];
        return new SearchHit(document.Url, document.Section.Title, document.Kind, document.Page, document.Section.Above, document.Issue, cutter.Cut(document), Math.Round(ranked.Score, 4));
    }
}
