using System.Collections.Immutable;
using KnowledgeBase.Issues;

namespace KnowledgeBase.Search.Lucene;

/// <summary>Finds the sentences of a section that say most of a question, and marks its words in them. One for each question; not safe to share.</summary>
internal sealed class SnippetCutter(QueryPlan plan)
{
    private const int Wanted = 160;
    private const int MaxLength = 240;

    /// <summary>Longer texts are read only so far; a snippet is no place for more.</summary>
    private const int MaxRead = 20_000;

    private readonly WordReader _reader = new(new Lexicon());
    private readonly List<Word> _words = [];
    private readonly Dictionary<string, int> _concepts = ConceptsByTerm(plan);
    private readonly ILookup<string, (ImmutableArray<WordForm> Words, int Concept)> _phrases = PhrasesByTerm(plan);

    /// <summary>The snippet of a document: of its text, else of its code, else of what its page is about.</summary>
    public Snippet Cut(SearchDocument document)
    {
        var text = TextOf(document);
        if (Of(text) is { HasMatch: true } found)
            return found.Snippet;
        if (document.Section.Utf8Code.Length > 0 && Of(document.Section.Code) is { HasMatch: true } code)
            return code.Snippet;
        return Of(text.Length > 0 ? text : document.Page.Summary ?? document.Section.Code).Snippet;
    }

    /// <summary>An issue without its labels: they are the same everywhere and say nothing.</summary>
    private static string TextOf(SearchDocument document)
    {
        if (document.Issue is not { Sections: { Length: > 0 } sections } issue)
            return document.Section.Text;
        var texts = sections.Where(section => section.Kind != IssueSectionKind.Problem).Select(section => section.Content.Text).Prepend(issue.Problem.Text).Prepend(issue.Introduction?.Text ?? "");
        return string.Join('\n', texts.Where(text => text.Length > 0).Distinct());
    }

    private (Snippet Snippet, bool HasMatch) Of(string text)
    {
        text = text.Length > MaxRead ? text[..MaxRead] : text;
        _words.Clear();
        _reader.Read(text, _words);
        var marks = _words.Select(word => (word.Start, word.End, Concept: ConceptOf(word))).Where(mark => mark.Concept >= 0)
            .Concat(Phrases()).OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End).ToList();
        var (start, end) = Window(text, marks);
        return (new Snippet(Parts(text, start, end, marks)), marks.Count > 0);
    }

    private int ConceptOf(Word word) =>
        _concepts.TryGetValue(word.Lexeme.Text, out var concept) || _concepts.TryGetValue(Lexeme.StemMark + word.Lexeme.Stem, out concept) ? concept : -1;

    /// <summary>Where several words together stand for a word of the question.</summary>
    private IEnumerable<(int Start, int End, int Concept)> Phrases()
    {
        if (_phrases.Count == 0)
            yield break;
        var plain = _words.Where(word => word.Kind == WordKind.Plain).ToArray();
        for (var index = 0; index < plain.Length; index++)
        {
            foreach (var (words, concept) in _phrases[plain[index].Lexeme.Text].Concat(_phrases[Lexeme.StemMark + plain[index].Lexeme.Stem]))
            {
                if (index + words.Length <= plain.Length && words.Index().All(form => Stands(form.Item, plain[index + form.Index].Lexeme)))
                    yield return (plain[index].Start, plain[index + words.Length - 1].End, concept);
            }
        }
    }

    private static bool Stands(WordForm form, Lexeme lexeme) => form.Terms.Any(term => term.Text == lexeme.Text || (term.Text[0] == Lexeme.StemMark && term.Text.AsSpan(1).SequenceEqual(lexeme.Stem)));

    /// <summary>The run of whole sentences with the most different words of the question; the first of equals.</summary>
    private static (int Start, int End) Window(string text, List<(int Start, int End, int Concept)> marks)
    {
        var sentences = Sentences(text);
        var (best, bestValue) = ((Start: 0, End: 0), -1.0);
        for (var first = 0; first < sentences.Count; first++)
        {
            var last = first;
            while (last + 1 < sentences.Count && sentences[last].End - sentences[first].Start < Wanted && sentences[last + 1].End - sentences[first].Start <= MaxLength)
                last++;
            var (start, end) = (sentences[first].Start, sentences[last].End);
            var value = Value(marks, start, end) + (Value(marks, start, sentences[first].End) * 0.1);
            if (value > bestValue)
                (best, bestValue) = ((start, end), value);
        }
        return best.End - best.Start <= MaxLength ? best : Shorten(text, best, marks);
    }

    private static int Value(List<(int Start, int End, int Concept)> marks, int start, int end) =>
        marks.Where(mark => mark.Start >= start && mark.End <= end).Select(mark => mark.Concept).Distinct().Count();

    /// <summary>A sentence that is too long is cut at words around the first place with most matches.</summary>
    private static (int Start, int End) Shorten(string text, (int Start, int End) sentence, List<(int Start, int End, int Concept)> marks)
    {
        var inside = marks.Where(mark => mark.Start >= sentence.Start && mark.End <= sentence.End).ToList();
        var from = inside.Count == 0 ? sentence.Start : inside.Select(mark => mark.Start).MaxBy(start => Value(inside, start, start + Wanted));
        var start = Math.Max(sentence.Start, from - 40);
        if (start > sentence.Start && text.IndexOf(' ', start) is >= 0 and var blank && blank < from)
            start = blank + 1;
        var end = Math.Min(sentence.End, start + MaxLength);
        if (end < sentence.End && text.LastIndexOf(' ', end - 1, end - start) is var last && last > from)
            end = last;
        else if (end < sentence.End && char.IsHighSurrogate(text[end - 1]))
            end--;
        return (start, end);
    }

    private static List<(int Start, int End)> Sentences(string text)
    {
        var sentences = new List<(int Start, int End)>();
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var isEnd = text[index] == '\n' || (text[index] is '.' or '?' or '!' && index + 1 < text.Length && char.IsWhiteSpace(text[index + 1]));
            if (!isEnd)
                continue;
            Add(start, text[index] == '\n' ? index : index + 1);
            start = index + 1;
        }
        Add(start, text.Length);
        return sentences;

        void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            if (to > from)
                sentences.Add((from, to));
        }
    }

    private static ImmutableArray<SnippetPart> Parts(string text, int start, int end, List<(int Start, int End, int Concept)> marks)
    {
        var parts = ImmutableArray.CreateBuilder<SnippetPart>();
        var position = start;
        if (start > 0 && text[start - 1] is not ('\n' or '.' or '?' or '!') && !EndsSentence(text, start))
            parts.Add(new SnippetPart("… ", false));
        foreach (var mark in marks.Where(mark => mark.Start >= start && mark.End <= end))
        {
            if (mark.Start < position)
                continue;
            AddText(position, mark.Start, false);
            AddText(mark.Start, mark.End, true);
            position = mark.End;
        }
        AddText(position, end, false);
        if (end < text.Length && text[end] != '\n' && text[end - 1] is not ('.' or '?' or '!'))
            parts.Add(new SnippetPart(" …", false));
        return parts.ToImmutable();

        void AddText(int from, int to, bool isMatch)
        {
            if (to > from)
                parts.Add(new SnippetPart(text[from..to].Replace('\n', ' '), isMatch));
        }
    }

    private static bool EndsSentence(string text, int start) => start > 1 && char.IsWhiteSpace(text[start - 1]) && text[start - 2] is '.' or '?' or '!' or '\n';

    private static Dictionary<string, int> ConceptsByTerm(QueryPlan plan)
    {
        var concepts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, concept) in plan.Concepts.Index())
            foreach (var term in concept.Alternatives.Where(alternative => alternative.Words.Length == 1).SelectMany(alternative => alternative.Words[0].Terms))
                concepts.TryAdd(term.Text, number);
        return concepts;
    }

    private static ILookup<string, (ImmutableArray<WordForm> Words, int Concept)> PhrasesByTerm(QueryPlan plan) =>
        plan.Concepts.Index()
            .SelectMany(concept => concept.Item.Alternatives.Where(alternative => alternative.Words.Length > 1).Select(alternative => (alternative.Words, Concept: concept.Index)))
            .SelectMany(phrase => phrase.Words[0].Terms.Select(term => (term.Text, phrase)))
            .ToLookup(pair => pair.Text, pair => pair.phrase, StringComparer.Ordinal);
}
