using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Search.Lucene;

/// <summary>A document that answers, what share of the question it covers, 0 to 1, and how well.</summary>
internal readonly record struct RankedDocument(int Number, float Coverage, double Score);

/// <summary>
/// Scores documents against a plan, word by word: BM25 over weighted fields for each way to say a word, the best of them counting; a word that only stands
/// elsewhere on the page counts less; what is covered of the question, words beside each other and a heading that says just this count more. One for
/// each question.
/// </summary>
internal sealed class Ranker(SectionIndex index, QueryPlan plan, RankingWeights weights) : IDisposable
{
    /// <summary>Documents whose words are looked at for their distance.</summary>
    private const int Closer = 60;

    private readonly PostingsReader _postings = new(index.Segments);
    private readonly int _count = index.Documents.Length;
    private readonly RankingSums _sums = new(index.Documents.Length, index.PageNumbers.Length == 0 ? 0 : index.PageNumbers[^1] + 1);
    private readonly float[] _importance = new float[plan.Concepts.Length];
    private float _wanted;

    /// <summary>
    /// Documents with an answer, in no order, without those that cover far less of the question than the best. The distance of words is not considered yet.
    /// Called once; the list is the ranker's, and may be narrowed.
    /// </summary>
    public RentedList<RankedDocument> Score()
    {
        for (var number = 0; number < plan.Concepts.Length; number++)
            AddConcept(number, _sums);
        Restrict(_sums.Candidates);
        float most = 0;
        foreach (var document in _sums.Candidates.Items)
            most = Math.Max(most, CoverageOf(document, _sums));
        foreach (var document in _sums.Candidates.Items)
            if (CoverageOf(document, _sums) is var coverage && coverage >= most * weights.LeastCoverage)
                _sums.Scored.Add(ScoreOf(document, coverage, _sums));
        return _sums.Scored;
    }

    /// <summary>The best of them, best first, the distance of words considered; equal scores in the order of routes.</summary>
    public List<RankedDocument> Best(RentedList<RankedDocument> scored, int count)
    {
        count = Math.Max(count, Closer);
        var best = new PriorityQueue<RankedDocument, RankedDocument>(count + 1, Comparer<RankedDocument>.Create((left, right) => Compare(right, left)));
        foreach (var document in scored.Items)
        {
            if (best.Count < count)
                best.Enqueue(document, document);
            else
                best.EnqueueDequeue(document, document);
        }
        var ranked = best.UnorderedItems.Select(item => item.Element).ToList();
        ranked.Sort(Compare);
        AddProximity(ranked);
        ranked.Sort(Compare);
        return ranked;
    }

    private int Compare(RankedDocument left, RankedDocument right) =>
        right.Score.CompareTo(left.Score) is not 0 and var order ? order
        : string.CompareOrdinal(index.Documents[left.Number].Page.Route, index.Documents[right.Number].Page.Route) is not 0 and var route ? route
        : left.Number.CompareTo(right.Number);

    private float CoverageOf(int document, RankingSums sums) =>
        _wanted == 0 ? 1 : Math.Min(1, (sums.OwnCovered[document] + sums.PageCovered[index.PageNumbers[document]]) / _wanted);

    private RankedDocument ScoreOf(int document, float coverage, RankingSums sums)
    {
        var words = sums.Own[document] + sums.OfPage[index.PageNumbers[document]];
        var factor = coverage == 1 ? 1 : MathF.Pow(coverage, weights.Coverage);
        var title = weights.TitleMatch * sums.Title[document] * Math.Min(1, sums.TitleWords[document] / Math.Max(1, index.TitleLengths[document]));
        var kind = index.Kinds[document] switch { SearchKind.Issue => weights.IssueBoost, SearchKind.Page => weights.PageBoost, _ => 1 };
        Trace?.Sums(document, words, factor, title, kind);
        return new RankedDocument(document, coverage, ((words * factor) + title) * kind);
    }

    /// <summary>Writes down where scores come from; null unless somebody wants to know.</summary>
    public ScoreTrace? Trace { get; init; }

    private void AddConcept(int number, RankingSums sums)
    {
        var concept = plan.Concepts[number];
        var (best, inTitle) = (sums.Best, sums.BestTitle);
        sums.Found.Clear();
        float ownRarity = 0;
        var occurrences = sums.Occurrences;
        foreach (var alternative in concept.Alternatives)
        {
            if (alternative.Weight <= 0)
                continue;
            Collect(alternative, occurrences);
            if (occurrences.Count == 0)
                continue;
            var rarity = Rarity(occurrences.Count);
            if (alternative.Kind == AlternativeKind.Word)
                ownRarity = rarity;
            else if (ownRarity > 0 && alternative.Kind != AlternativeKind.Identifier)
                rarity = Math.Min(rarity, ownRarity);
            _importance[number] = Math.Max(_importance[number], rarity * Math.Min(1, alternative.Weight));
            var worth = alternative.Weight * rarity * (weights.Saturation + 1);
            var titleWorth = Math.Min(1, alternative.Weight);
            foreach (var document in occurrences.Documents)
            {
                var (frequency, isInTitle) = occurrences.Take(document);
                var score = worth * frequency / (frequency + weights.Saturation);
                ref var known = ref best[document];
                if (known == 0)
                    sums.Found.Add(document);
                if (score > known)
                {
                    known = score;
                    Trace?.Word(document, number, alternative, score * (concept.IsOptional ? weights.Optional : 1));
                }
                if (isInTitle)
                    inTitle[document] = Math.Max(inTitle[document], titleWorth);
            }
            occurrences.Reset();
        }
        if (concept.IsOptional)
            _importance[number] *= weights.Optional;
        else
            _wanted += _importance[number];
        Merge(number, concept.IsOptional, sums);
    }

    /// <summary>Takes the best score of each document for a word into the sums, and the page's best for all of its documents.</summary>
    private void Merge(int number, bool isOptional, RankingSums sums)
    {
        // What one occurrence in a text gives: enough to say that the word is there.
        var enough = 0.9f * _importance[number];
        foreach (var document in sums.Found.Items)
        {
            ref var pageBest = ref sums.PageBest[index.PageNumbers[document]];
            pageBest = Math.Max(pageBest, sums.Best[document]);
        }
        foreach (var document in sums.Found.Items)
        {
            var page = index.PageNumbers[document];
            var (own, elsewhere) = (sums.Best[document] * (isOptional ? weights.Optional : 1), weights.Elsewhere * sums.PageBest[page] * (isOptional ? weights.Optional : 1));
            if (!sums.IsCandidate[document])
                sums.Candidates.Add(document);
            sums.IsCandidate[document] = true;
            sums.Own[document] += Math.Max(0, own - elsewhere);
            if (!isOptional)
            {
                sums.OwnCovered[document] += Math.Max(0, Strength(own) - (weights.Elsewhere * Strength(sums.PageBest[page])));
                sums.Title[document] += _importance[number] * sums.BestTitle[document];
                sums.TitleWords[document] += sums.BestTitle[document];
            }
        }
        foreach (var document in sums.Found.Items)
        {
            ref var pageBest = ref sums.PageBest[index.PageNumbers[document]];
            if (pageBest > 0)
            {
                var page = index.PageNumbers[document];
                sums.OfPage[page] += weights.Elsewhere * pageBest * (isOptional ? weights.Optional : 1);
                if (!isOptional)
                    sums.PageCovered[page] += weights.Elsewhere * Strength(pageBest);
                pageBest = 0;
            }
            (sums.Best[document], sums.BestTitle[document]) = (0, 0);
        }

        float Strength(float score) => Math.Min(1, score / enough) * _importance[number];
    }

    /// <summary>How much a word tells that stands in so many documents (the idf of BM25, flattened).</summary>
    private float Rarity(int documents) => MathF.Pow(MathF.Log(1 + ((_count - documents + 0.5f) / (documents + 0.5f))), weights.Rarity);

    /// <summary>Collects the weighted occurrences of an alternative.</summary>
    private void Collect(Alternative alternative, Occurrences occurrences)
    {
        foreach (var field in SearchField.All)
        {
            var norms = index.NormsOf(field);
            if (alternative.Words.Length > 1)
            {
                foreach (var (document, times) in _postings.Phrase(field, alternative.Words))
                    occurrences.Add(document, times * norms[document], field == SearchField.Title);
                continue;
            }
            foreach (var term in alternative.Words[0].Terms)
                _postings.AddOccurrences(field, term, norms, occurrences);
        }
    }

    /// <summary>Takes out documents without a phrase of the question, or with an excluded word. Phrases that stand nowhere restrict nothing.</summary>
    private void Restrict(RentedList<int> documents)
    {
        foreach (var phrase in plan.Phrases.Select(DocumentsWith).Where(phrase => phrase.Count > 0))
            documents.Keep(phrase.Contains);
        foreach (var exclusion in plan.Exclusions.Select(DocumentsWith))
            documents.Keep(document => !exclusion.Contains(document));
    }

    private HashSet<int> DocumentsWith(ImmutableArray<WordForm> words) =>
        [.. SearchField.All.Where(field => field != SearchField.Identifier).SelectMany(field => _postings.Phrase(field, words).Keys)];

    /// <summary>Gives more to documents that say the words of the question next to each other.</summary>
    private void AddProximity(List<RankedDocument> ranked)
    {
        var closer = CollectionsMarshal.AsSpan(ranked)[..Math.Min(Closer, ranked.Count)];
        closer.Sort((left, right) => left.Number.CompareTo(right.Number));
        for (var number = 0; number + 1 < plan.Concepts.Length; number++)
        {
            var worth = weights.Proximity * Math.Min(_importance[number], _importance[number + 1]);
            if (worth == 0)
                continue;
            var pair = new WordPair(_postings, plan.Concepts[number], plan.Concepts[number + 1]);
            foreach (ref var document in closer)
            {
                var closeness = worth * pair.ClosenessIn(document.Number);
                Trace?.Proximity(document.Number, closeness);
                document = document with { Score = document.Score + closeness };
            }
        }
    }

    public void Dispose() => _sums.Dispose();
}
