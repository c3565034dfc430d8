using System.Collections.Immutable;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Makes a plan of a question: which words count, and what else may stand for each. Not safe to share: one for each question.</summary>
internal sealed class QueryPlanner(Vocabulary vocabulary, SynonymTable synonyms, RankingWeights weights)
{
    /// <summary>Words that are looked for; what follows is left out.</summary>
    private const int MaxConcepts = 24;
    private const int MaxContinuations = 64;
    private const int MaxNeighbours = 4;

    private readonly WordReader _reader = new(new Lexicon());
    private readonly List<Word> _marked = [];
    private readonly List<Word> _words = [];
    private ImmutableArray<Alternative>.Builder[] _alternatives = [];
    private bool _isUnfinished;

    public QueryPlan Plan(QueryText text)
    {
        Read(text.Plain);
        _alternatives = [.. _words.Select(word => OwnAlternatives(word.Lexeme))];
        var isDropped = Dropped();
        AddIdentifiers();
        AddJoined();
        for (var index = 0; index < _words.Count; index++)
        {
            AddSynonyms(index);
            if (!isDropped[index])
                AddSplit(index);
        }
        var correction = AddNearWords(isDropped, text.Raw);
        var concepts = _words.Index().Where(word => !isDropped[word.Index] || IsLastOpen(word.Index))
            .Select(word => new Concept(Written(text.Plain, word.Item), word.Item.Lexeme, word.Index, isDropped[word.Index], _alternatives[word.Index].ToImmutable()))
            .DistinctBy(concept => concept.Lexeme.Text).Take(MaxConcepts);
        return new QueryPlan([.. concepts], FormsOf(text.Phrases), FormsOf(text.Exclusions), correction);
    }

    private void Read(string text)
    {
        _reader.Read(text, _marked);
        _words.AddRange(_marked.Where(word => word.Kind == WordKind.Plain).Take(4 * MaxConcepts));
        _isUnfinished = text.Length > 0 && char.IsLetterOrDigit(text[^1]);
    }

    private static string Written(string text, Word word) => text[word.Start..word.End];

    private bool IsLastOpen(int index) => _isUnfinished && index == _words.Count - 1;

    private ImmutableArray<Alternative>.Builder OwnAlternatives(Lexeme lexeme)
    {
        var alternatives = ImmutableArray.CreateBuilder<Alternative>();
        alternatives.Add(new Alternative(AlternativeKind.Word, [WordForm.Of(lexeme, weights.Stem)], 1, lexeme.Text));
        return alternatives;
    }

    /// <summary>Question words are dropped, unless there is nothing else.</summary>
    private bool[] Dropped()
    {
        var isDropped = _words.Select(word => QuestionWords.Contains(word.Lexeme.Text)).ToArray();
        return isDropped.All(dropped => dropped) ? new bool[isDropped.Length] : isDropped;
    }

    /// <summary>A whole identifier stands for each of its parts.</summary>
    private void AddIdentifiers()
    {
        foreach (var whole in _marked.Where(word => word.Kind != WordKind.Plain))
        {
            var form = new WordForm([new WeightedTerm(whole.Lexeme.Text, 1), .. whole.Lexeme.HasOwnStem ? (WeightedTerm[])[new(Lexeme.StemMark + whole.Lexeme.Stem, weights.Stem), new(whole.Lexeme.Stem, weights.Stem)] : [new(Lexeme.StemMark + whole.Lexeme.Text, weights.Stem)]]);
            var (kind, weight) = whole.Kind == WordKind.Identifier ? (AlternativeKind.Identifier, weights.Identifier) : (AlternativeKind.Compound, weights.Compound);
            AddToSpan(whole.Position - whole.Parts + 1, whole.Parts, new Alternative(kind, [form], weight, whole.Lexeme.Text));
        }
    }

    /// <summary>load balancer → loadbalancer, where texts write it so.</summary>
    private void AddJoined()
    {
        var lexicon = new Lexicon();
        for (var index = 0; index + 1 < _words.Count; index++)
        {
            var joined = lexicon.Of(_words[index].Lexeme.Text + _words[index + 1].Lexeme.Text);
            AddToSpan(index, 2, new Alternative(AlternativeKind.Compound, [WordForm.Of(joined, weights.Stem)], weights.Compound, joined.Text));
        }
    }

    /// <summary>loadbalancer → load balancer.</summary>
    private void AddSplit(int index)
    {
        var lexicon = new Lexicon();
        var word = _words[index].Lexeme.Text;
        if (word.Length is < 6 or > 30)
            return;
        for (var cut = 3; cut <= word.Length - 3; cut++)
        {
            var (left, right) = (lexicon.Of(word.AsSpan(0, cut)), lexicon.Of(word.AsSpan(cut)));
            if (vocabulary.CountOf(left.Text) > 0 && (vocabulary.CountOf(right.Text) > 0 || vocabulary.CountOf(right.Stem) > 0))
                _alternatives[index].Add(new Alternative(AlternativeKind.Compound, [WordForm.Of(left, weights.Stem), WordForm.Of(right, weights.Stem)], weights.Compound, $"{left.Text} {right.Text}"));
        }
    }

    private void AddSynonyms(int index)
    {
        var lexemes = _words.ConvertAll(word => word.Lexeme);
        foreach (var (synonym, length) in synonyms.At(lexemes, index))
            AddToSpan(index, length, new Alternative(AlternativeKind.Synonym, [.. synonym.Words.Select(word => WordForm.Of(word, weights.Stem))], synonym.IsEqual ? weights.Equal : weights.Related, synonym.Label));
    }

    private void AddToSpan(int start, int length, Alternative alternative)
    {
        for (var index = start; index < start + length && index < _alternatives.Length; index++)
            _alternatives[index].Add(length == 1 ? alternative : alternative with { Weight = alternative.Weight / MathF.Sqrt(length) * 1.2f });
    }

    /// <summary>What an unfinished, unknown or rare word may have been meant to be; returns the corrected question.</summary>
    private string? AddNearWords(bool[] isDropped, string text)
    {
        string? corrected = null;
        for (var index = _words.Count - 1; index >= 0; index--)
        {
            var lexeme = _words[index].Lexeme;
            var count = Math.Max(vocabulary.CountOf(lexeme.Text), vocabulary.CountOf(lexeme.Stem));
            if (IsLastOpen(index) && AddBeginning(index, lexeme, count) && count == 0)
                continue;
            if (isDropped[index])
                continue;
            if (AddNeighbours(index, lexeme, count) is { } better)
                corrected = string.Concat((corrected ?? text).AsSpan(0, _words[index].Start), better, (corrected ?? text).AsSpan(_words[index].End));
        }
        return corrected?.Trim();
    }

    private bool AddBeginning(int index, Lexeme lexeme, int count)
    {
        var terms = vocabulary.Continuations(lexeme.Text, MaxContinuations).Select(word => new WeightedTerm(word, (float)Math.Sqrt((double)lexeme.Text.Length / word.Length))).ToImmutableArray();
        if (terms.IsEmpty)
            return false;
        _alternatives[index].Add(new Alternative(AlternativeKind.Beginning, [new WordForm(terms)], count == 0 ? weights.Beginning : weights.BeginningOfWord, $"{lexeme.Text}…"));
        return true;
    }

    /// <summary>Adds known words that look alike; returns the nearest where the word itself is unknown and nothing else stands for it.</summary>
    private string? AddNeighbours(int index, Lexeme lexeme, int count)
    {
        var maxEdits = lexeme.Text.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        if (maxEdits == 0 || lexeme.Text.AsSpan().ContainsAnyInRange('0', '9') || count > 2)
            return null;
        var isKnown = count > 0 || IsKnownOtherwise(index);
        var weight = isKnown ? weights.SpellingOfRare : weights.Spelling;
        var near = vocabulary.Neighbours(lexeme.Text, isKnown ? 1 : maxEdits).Where(word => word.Count >= (isKnown ? 8 * Math.Max(count, 1) : 1)).Take(MaxNeighbours).ToArray();
        var lexicon = new Lexicon();
        foreach (var (word, edits, _) in near)
            _alternatives[index].Add(new Alternative(AlternativeKind.Spelling, [WordForm.Of(lexicon.Of(word), weights.Stem)], weight - (weights.Slip * (edits - near[0].Edits)), word));
        return isKnown || near.Length == 0 ? null : near[0].Word;
    }

    private bool IsKnownOtherwise(int index) =>
        _alternatives[index].Skip(1).Any(alternative => alternative.Words.All(form => form.Terms.Any(term => term.Text[0] != Lexeme.StemMark && vocabulary.CountOf(term.Text) > 0)));

    private ImmutableArray<ImmutableArray<WordForm>> FormsOf(ImmutableArray<string> texts)
    {
        var forms = ImmutableArray.CreateBuilder<ImmutableArray<WordForm>>();
        foreach (var text in texts)
        {
            var words = new List<Word>();
            _reader.Read(text, words);
            if (words.Count > 0)
                forms.Add([.. words.Where(word => word.Kind == WordKind.Plain).Select(word => new WordForm([new WeightedTerm(word.Lexeme.Text, 1)]))]);
        }
        return forms.ToImmutable();
    }
}
